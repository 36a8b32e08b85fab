import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { catalog } from "@/content/catalog";
import { checklist } from "./checklist";
import { yours } from "./exercise";
import { probes } from "./live/probes";
import meta from "./meta";
import { ready } from "./variants/ready";

const lines = checklist.flatMap((group) => group.lines);
const prose = readFileSync(path.join(import.meta.dirname, "lesson.mdx"), "utf8");
const lessons = new Map(catalog.map(({ meta }) => [meta.slug, meta]));

test.each(lines)(
  "$id: its check exists, in the lesson and among the tests",
  ({ proof: { lesson, check } }) => {
    expect(lessons.get(lesson)?.checks.map(({ id }) => id)).toContain(check);
    const spec = readFileSync(path.resolve("e2e/checks", `${lesson}.spec.ts`), "utf8");
    const isPlayed = spec.includes("...scenarioChecks(scenarios)");
    const scenarios = isPlayed
      ? readFileSync(path.resolve("content/lessons", lesson, "scenarios.ts"), "utf8")
      : "";
    // A body or a scenario under the check's own id: `describeChecks` refuses one without the other.
    expect(spec + scenarios).toMatch(new RegExp(`^  (?:"${check}"|${check}):`, "m"));
  },
);

test("each line has a name of its own, and is what it says in one lesson", () => {
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  for (const { section } of lines) expect(lessons.has(section.lesson)).toBe(true);
});

test("what can be tried live is what this lesson's checks try, and each has a probe", () => {
  const tried = lines.filter(({ live }) => live).map(({ id }) => id);
  expect(tried.toSorted()).toEqual(Object.keys(probes).toSorted());
  expect(tried.toSorted()).toEqual(meta.checks.map(({ id }) => id).toSorted());
});

test("each part of the list is a section of the lesson, which its checks name", () => {
  for (const { id, title } of checklist) {
    expect(prose).toContain(`### ${title}\n\n<Checklist of="${id}" />`);
  }
  for (const { section } of meta.checks) expect(checklist.map(({ id }) => id)).toContain(section);
});

const words =
  "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const inWords = (count: number) => words[count] ?? String(count);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

test("the numbers of the prose are those of the choices and of the checks", () => {
  const halfFixes = inWords(Object.keys(yours).length);
  const checks = inWords(meta.checks.length);
  const red = capital(inWords(meta.checks.filter(({ fails }) => fails.includes("yours")).length));
  expect(prose).toContain(`And ${checks} of the lines can be tried`);
  expect(prose).toContain(`question="${capital(halfFixes)} lessons, ${halfFixes} half-fixes: `);
  expect(prose).toContain(`How many of the ${checks} checks of this lesson are still red?`);
  expect(prose).toContain(`<Choice correct>${red}</Choice>`);
  expect(prose).toContain(`<Choice>${capital(checks)}, because`);
  expect(prose).toMatch(new RegExp(`<Answer>\\s*${red}\\. `));
  expect(prose).toContain(`\n${capital(inWords(Object.keys(ready).length))} names. `);
});
