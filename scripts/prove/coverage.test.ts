import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";
import { proofLessons } from "./lessons";

const lessons = await proofLessons();
const exercises = lessons.filter(({ meta }) => meta.variants.some(({ verdict }) => verdict === "yours"));

it("finds the lessons, their mutants and the solutions of their exercises", () => {
  expect(lessons.map(({ meta }) => meta.slug)).toEqual(catalog.map(({ meta }) => meta.slug));
  expect(exercises.length).toBeGreaterThanOrEqual(7);
  expect(lessons.filter(({ hasSolution }) => hasSolution)).toEqual(exercises);
  expect(lessons.filter(({ mutants }) => mutants.length === 0)).toEqual([]);
});
