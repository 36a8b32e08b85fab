import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";

const root = path.resolve(import.meta.dirname, "../../content/lessons");
const exercises = catalog
  .map(({ meta }) => meta)
  .filter(({ variants }) => variants.some(({ verdict }) => verdict === "yours"));

it("there are exercises", () => expect(exercises.length).toBeGreaterThanOrEqual(7));

it.each(exercises)(
  "$slug: its exercise has hints, and a solution that the page leads to",
  ({ slug, hints }) => {
    expect(hints.length).toBeGreaterThanOrEqual(3);
    expect(existsSync(path.join(root, slug, "solution.ts"))).toBe(true);
    expect(readFileSync(path.join(root, slug, "lesson.mdx"), "utf8")).toContain("<Exercise ");
  },
);

it.each(exercises)("$slug: the starter names the checks that tell", ({ slug, checks }) => {
  const starter = readFileSync(path.join(root, slug, "exercise.ts"), "utf8");
  const named = checks.filter(({ id }) => new RegExp(`[( ]${id}[,).]`).test(starter));
  const judged = checks.filter(({ fails }) => fails.includes("yours"));
  expect(named.length).toBeGreaterThan(0);
  expect(judged.length, "the starter is red somewhere").toBeGreaterThan(0);
});
