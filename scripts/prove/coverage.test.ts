import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";
import { proofLessons } from "./lessons";

const lessons = await proofLessons();
const exercises = lessons.filter(({ meta }) => meta.variants.some(({ verdict }) => verdict === "yours"));

it("finds the lessons and their exercises", () => {
  expect(lessons.map(({ meta }) => meta.slug)).toEqual(catalog.map(({ meta }) => meta.slug));
  expect(exercises.length).toBeGreaterThanOrEqual(7);
});

it.each(lessons)(
  "$meta.slug: every check is to be red on a wrong variant or a mutant",
  ({ meta, mutants }) => {
    const wrong = meta.variants.filter(({ verdict }) => verdict === "wrong").map(({ name }) => name);
    const killers = mutants.flatMap(({ killedBy }) => killedBy);
    const neverRed = meta.checks.filter(({ id, fails, failsUnder = {} }) => {
      const reds = [...fails, ...Object.values(failsUnder).flat()];
      return !killers.includes(id) && !wrong.some((name) => reds.includes(name));
    });
    expect(neverRed.map(({ id }) => id)).toEqual([]);
  },
);

it.each(exercises)("$meta.slug: its exercise has a solution", ({ hasSolution }) =>
  expect(hasSolution).toBe(true),
);

it.each(lessons)("$meta.slug: says of each check what a learner sees when it is red", ({ meta }) => {
  const wordless = meta.checks.filter(({ whenRed }) => whenRed === undefined);
  expect(wordless.map(({ id }) => id)).toEqual([]);
});
