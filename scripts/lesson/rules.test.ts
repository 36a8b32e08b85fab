import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";
import { ROOT } from "../next";
import { type LessonFiles, readLessonFiles } from "./lesson-files";
import { brokenRules } from "./rules";

const folder = path.join(ROOT, "content", "lessons");
const slugs = readdirSync(folder).filter((slug) => existsSync(path.join(folder, slug, "meta.ts")));
const lessons = await Promise.all(slugs.map((slug) => readLessonFiles(ROOT, slug)));

it("every folder is a lesson of the site", () => {
  expect(catalog.map(({ meta }) => meta.slug).sort()).toEqual(slugs.sort());
  expect(lessons.filter(({ starter }) => starter !== "").length).toBeGreaterThanOrEqual(7);
});

it.each(lessons)("$slug keeps the rules of a lesson", (lesson) => {
  expect(brokenRules(lesson)).toEqual([]);
});

/** The lesson with an exercise, a measured table and the rest, and one thing wrong with it. */
const whole = lessons.find(({ slug }) => slug === "signing-out");

type Broken = [todo: string, change: (lesson: LessonFiles) => Partial<LessonFiles>];
const broken: Broken[] = [
  ["meta.ts: call the slug other, as the folder is called.", () => ({ slug: "other" })],
  ["Write demo.tsx", ({ has }) => ({ has: (file) => file !== "demo.tsx" && has(file) })],
  ["Write index.ts", ({ has }) => ({ has: (file) => file !== "index.ts" && has(file) })],
  ["Add the lesson's line to content/lessons.ts.", ({ lists }) => ({ lists: { ...lists, lessons: "" } })],
  [
    "content/lesson-pieces.ts has a line for each registration.ts",
    ({ lists }) => ({ lists: { ...lists, pieces: "" } }),
  ],
  [
    "Write variants/cookie-only.ts",
    ({ has }) => ({ has: (file) => file !== "variants/cookie-only.ts" && has(file) }),
  ],
  [
    "terms.ts: outbox names no section",
    ({ terms }) => ({ terms: terms.map((term) => ({ ...term, section: "none" })) }),
  ],
  [
    "the mission sleep waits for sheep.counted, which nothing records.",
    ({ meta }) => ({
      meta: { ...meta, missions: [{ id: "sleep", text: "Sleep.", when: { name: "sheep.counted" } }] },
    }),
  ],
  ["variants without one prove nothing", ({ meta }) => ({ meta: { ...meta, checks: [] } })],
  [
    "give one variant the verdict right",
    ({ meta }) => ({
      meta: { ...meta, variants: meta.variants.filter(({ verdict }) => verdict !== "right") },
    }),
  ],
  ["Write e2e/checks/signing-out.spec.ts with a body of every check.", () => ({ spec: "" })],
  [
    "e2e/checks/signing-out.spec.ts: write access-token.",
    ({ spec, scenarios }) => ({
      spec: spec.replace('"access-token":', ""),
      scenarios: scenarios.replace('"access-token":', ""),
    }),
  ],
  ["Write mutants.ts", () => ({ mutants: [] })],
  [
    "say in whenRed what somebody sees when access-token is red.",
    ({ meta }) => ({ meta: { ...meta, checks: meta.checks.map(({ whenRed: _, ...check }) => check) } }),
  ],
  [
    "access-token names no section of lesson.mdx: none.",
    ({ meta }) => ({
      meta: { ...meta, checks: meta.checks.map((check) => ({ ...check, section: "none" })) },
    }),
  ],
  [
    "access-token is red on no wrong variant: write a mutant that it kills.",
    ({ meta }) => ({
      mutants: [],
      meta: { ...meta, checks: meta.checks.map((check) => ({ ...check, fails: [], failsUnder: {} })) },
    }),
  ],
  ["lesson.mdx: take the # title out", ({ prose }) => ({ prose: `# Signing out\n\n${prose}` })],
  ["lesson.mdx: write a section", ({ prose }) => ({ prose: prose.replaceAll(/^## /gm, "### ") })],
  ["meta.ts: state one claim at least", ({ meta }) => ({ meta: { ...meta, claims: [] } })],
  ["lesson.mdx: mark the claim", ({ prose }) => ({ prose: prose.replace(/<Claim id="[^"]+" \/>/, "") })],
  [
    "lesson.mdx marks a claim that is not there: ghost",
    ({ prose }) => ({ prose: `${prose}<Claim id="ghost" />` }),
  ],
  ...["<Claims />", "<Variants />", "<Missions />", "<Sources />", "<Results />"].map(
    (part): Broken => [`lesson.mdx: add ${part}`, ({ prose }) => ({ prose: prose.replaceAll(part, "") })],
  ),
  ["lesson.mdx: take out <Results />", ({ meta: { results: _, ...meta } }) => ({ meta })],
  [
    "use 3 words of the glossary in running text; it has session-cookie, jwt.",
    ({ prose }) => ({ prose: `The session cookie is a JWT.\n\n${prose.replaceAll(/^[^#<].*$/gm, "")}` }),
  ],
  [
    "results/table.json, which npm run record writes",
    ({ has }) => ({ has: (file) => !/results/.test(file) && has(file) }),
  ],
  [
    "take the hints out",
    ({ meta }) => ({ meta: { ...meta, variants: meta.variants.filter(({ name }) => name !== "yours") } }),
  ],
  ["give 3 hints at least", ({ meta }) => ({ meta: { ...meta, hints: meta.hints.slice(0, 2) } })],
  ["Write solution.ts", ({ has }) => ({ has: (file) => file !== "solution.ts" && has(file) })],
  ["add <Exercise starter", ({ prose }) => ({ prose: prose.replace("<Exercise ", "<Other ") })],
  [
    "name the command that judges the exercise",
    ({ prose }) => ({ prose: prose.replace("npm run check", "npm run") }),
  ],
  ["name in its comment the checks that tell", () => ({ starter: "export const yours = {};" })],
  [
    "no check fails on yours",
    ({ meta }) => ({
      meta: { ...meta, checks: meta.checks.map((check) => ({ ...check, fails: ["cookie-only"] })) },
    }),
  ],
];

it.each(broken)("%s", (todo, change) => {
  if (whole === undefined) throw new Error(`signing-out is not among ${slugs}`);
  expect(brokenRules({ ...whole, ...change(whole) }).join("\n")).toContain(todo);
});
