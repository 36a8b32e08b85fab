import type { LessonFiles } from "./lesson-files";
import { markedTerms } from "./marked-terms";
import { isRecorded } from "./recorded-events";

/** What a lesson breaks of the rules, a sentence each that says what to do. */
export function brokenRules(lesson: LessonFiles): string[] {
  return [ofTheFolder, ofTheChecks, ofTheProse, ofTheExercise].flatMap((rules) => rules(lesson));
}

const unless = (holds: boolean, todo: string): string[] => (holds ? [] : [todo]);

function ofTheFolder({ slug, meta, has, lists, terms, prose }: LessonFiles): string[] {
  return [
    ...unless(meta.slug === slug, `meta.ts: call the slug ${slug}, as the folder is called.`),
    ...unless(has("index.ts"), "Write index.ts, which puts the lesson together: copy another lesson's."),
    ...unless(has("demo.tsx"), "Write demo.tsx: its default export is the lab beside the prose."),
    ...unless(lists.lessons.includes(`as "${slug}" }`), "Add the lesson's line to content/lessons.ts."),
    ...unless(
      has("registration.ts") === lists.pieces.includes(`as "${slug}" }`),
      "content/lesson-pieces.ts has a line for each registration.ts, and no other: add it or take it out.",
    ),
    ...meta.variants
      .filter(({ file }) => !has(file))
      .map(({ name, file }) => `Write ${file}, the file of the variant ${name}.`),
    ...terms
      .filter(({ section }) => !sectionsOf(prose).includes(section))
      .map(({ id, section }) => `terms.ts: ${id} names no section of lesson.mdx: ${section}.`),
    ...meta.missions
      .filter(({ when }) => !isRecorded(when.name))
      .map(({ id, when }) => `meta.ts: the mission ${id} waits for ${when.name}, which nothing records.`),
  ];
}

function ofTheChecks({ slug, meta, mutants, spec, scenarios, prose }: LessonFiles): string[] {
  const { checks, variants } = meta;
  const wrong = variants.filter(({ verdict }) => verdict === "wrong").map(({ name }) => name);
  const killed = new Set(mutants.flatMap(({ killedBy }) => killedBy));
  return [
    ...unless(
      variants.length === 0 || checks.length > 0,
      "meta.ts: write a check; variants without one prove nothing.",
    ),
    ...unless(
      variants.length === 0 || variants.some(({ verdict }) => verdict === "right"),
      "meta.ts: give one variant the verdict right: the checks must be green on something.",
    ),
    ...unless(
      (spec !== "") === checks.length > 0,
      `Write e2e/checks/${slug}.spec.ts with a body of every check.`,
    ),
    ...unless(mutants.length > 0, "Write mutants.ts: one wrong edit of something right, at least."),
    ...checks.flatMap(({ id, section, whenRed, fails, failsUnder = {} }) => {
      const reds = [...fails, ...Object.values(failsUnder).flat()];
      return [
        ...unless(
          new RegExp(`^  (?:"${id}"|${id}):`, "m").test(
            spec.includes("scenarioChecks(scenarios)") ? spec + scenarios : spec,
          ),
          `e2e/checks/${slug}.spec.ts: write ${id}.`,
        ),
        ...unless(whenRed !== undefined, `meta.ts: say in whenRed what somebody sees when ${id} is red.`),
        ...unless(
          sectionsOf(prose).includes(section),
          `meta.ts: ${id} names no section of lesson.mdx: ${section}.`,
        ),
        ...unless(
          killed.has(id) || wrong.some((name) => reds.includes(name)),
          `mutants.ts: ${id} is red on no wrong variant: write a mutant that it kills.`,
        ),
      ];
    }),
  ];
}

function ofTheProse({ meta, prose, terms, has }: LessonFiles): string[] {
  const marks = [...prose.matchAll(/<Claim id="([^"]+)" \/>/g)].map(([, id]) => id);
  const parts: readonly [part: string, needed: boolean][] = [
    ["<Claims />", true],
    ["<Variants />", meta.variants.length > 0],
    ["<Missions />", meta.missions.length > 0],
    ["<Sources />", meta.sources.length > 0],
    ["## Results\n", meta.results !== undefined],
    ["<Results />", meta.results !== undefined],
  ];
  return [
    ...unless(
      !/^# /m.test(withoutFences(prose)),
      "lesson.mdx: take the # title out; the page has meta.ts's.",
    ),
    ...unless(/^## /m.test(prose), "lesson.mdx: write a section, which begins with ##."),
    ...unless(meta.claims.length > 0, "meta.ts: state one claim at least, with the check that proves it."),
    ...meta.claims
      .filter(({ id }) => marks.filter((mark) => mark === id).length !== 1)
      .map(({ id }) => `lesson.mdx: mark the claim ${id} once, with <Claim id="${id}" />.`),
    ...marks
      .filter((mark) => !meta.claims.some(({ id }) => id === mark))
      .map((mark) => `meta.ts: lesson.mdx marks a claim that is not there: ${mark}.`),
    ...parts
      .filter(([part, needed]) => prose.includes(part) !== needed)
      .map(
        ([part, needed]) => `lesson.mdx: ${needed ? "add" : "take out"} ${part.trim()}, as meta.ts has it.`,
      ),
    ...unless(
      markedTerms(prose, terms).length >= LEAST_TERMS,
      `lesson.mdx: use ${LEAST_TERMS} words of the glossary in running text; it has ${markedTerms(prose, terms).join(", ") || "none"}.`,
    ),
    ...unless(
      (meta.results !== undefined) === has("results/table.json"),
      "A lesson has results in meta.ts and results/table.json, which npm run record writes, or neither.",
    ),
  ];
}

/** As many as make a reader notice that words are explained. */
const LEAST_TERMS = 3;
const LEAST_HINTS = 3;

function ofTheExercise({ slug, meta, prose, starter, has }: LessonFiles): string[] {
  const { variants, checks, hints } = meta;
  if (!variants.some(({ verdict }) => verdict === "yours"))
    return unless(hints.length === 0, "meta.ts: take the hints out, or add the variant yours, the exercise.");
  return [
    ...unless(
      hints.length >= LEAST_HINTS,
      `meta.ts: give ${LEAST_HINTS} hints at least, from a question to almost the answer; it has ${hints.length}.`,
    ),
    ...unless(
      has("solution.ts"),
      "Write solution.ts: it exports what the starter does, and passes every check.",
    ),
    ...unless(
      prose.includes("<Exercise "),
      "lesson.mdx: add <Exercise starter={exercise} solution={solution} />.",
    ),
    ...unless(
      prose.includes(`npm run check -- --lesson ${slug}\n`),
      `lesson.mdx: name the command that judges the exercise: npm run check -- --lesson ${slug}.`,
    ),
    ...unless(
      checks.some(({ id }) => new RegExp(`[( ]${id}[,).]`).test(starter)),
      "exercise.ts: name in its comment the checks that tell, such as (outage, timeout).",
    ),
    ...unless(
      checks.some(({ fails }) => fails.includes("yours")),
      "meta.ts: no check fails on yours: a starter that passes leaves nothing to do.",
    ),
  ];
}

/** The addresses of a lesson's headings, as rehype-slug makes them of plain words. */
function sectionsOf(prose: string): string[] {
  return [...withoutFences(prose).matchAll(/^#{2,3} (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .replaceAll(/<[^>]*>/g, "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}

function withoutFences(prose: string): string {
  return prose.replaceAll(/^ *```[\s\S]*?^ *```/gm, "");
}
