import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";
import { reportSchema } from "@/lib/check/report";
import { ROOT } from "../next";
import { help } from "./help";
import { readOptions } from "./options";
import { makePlan } from "./plan";

const lessons = catalog.map(({ meta }) => meta);
const lessonFiles = readdirSync(path.join(ROOT, "content", "lessons")).map(
  (slug) => `content/lessons/${slug}/lesson.mdx`,
);
const files = [
  "README.md",
  "content/home/entry-points.tsx",
  "content/instructors/instructors.mdx",
  "content/instructors/check.yml",
  ...lessonFiles,
];
const texts = [help, ...files.map((file) => readFileSync(path.join(ROOT, file), "utf8"))];
/** Every command line that anybody is told to type; words after `#` or two spaces explain it. */
const commands = texts.flatMap((text) =>
  [...text.replace(/\\\n\s*/g, "").matchAll(/npm run check(?: -- ([^`<\n]*))?(?=[`<\n])/g)].map(
    ([, flags = ""]) => flags.split(/\s+#|\s{2,}/)[0] ?? "",
  ),
);

it.each([...new Set(commands)])("npm run check -- %s is a command that works", (flags) => {
  const options = readOptions(flags.split(" ").filter(Boolean));
  expect(options.help || makePlan(lessons, options).length > 0).toBe(true);
});

it("the report that is shown is one that the command could write", () => {
  const shown = readFileSync(path.join(ROOT, "content/instructors/report.json"), "utf8");
  expect(reportSchema.safeParse(JSON.parse(shown)).error).toBeUndefined();
});

it("the workflow for students is one that is tested here", () => {
  expect(commands.some((flags) => flags.includes("--junit"))).toBe(true);
});
