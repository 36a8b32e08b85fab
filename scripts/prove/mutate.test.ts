import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../next";
import { proofLessons } from "./lessons";
import { isShared, mutatedFiles, originOf } from "./mutate";

const lessons = await proofLessons();
const all = lessons.flatMap(({ meta, mutants }) =>
  mutants.map((mutant) => ({ owner: meta.slug, ...mutant })),
);
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

it("there are at least 20 mutants, each with a name of its own", () => {
  expect(all.length).toBeGreaterThanOrEqual(20);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

it.each(all)("$owner: $name still fits the text that it changes", ({ owner, ...mutant }) => {
  const origin = originOf(mutant, owner, lessons);
  const mutated = [...mutatedFiles(mutant, origin, read)];
  expect(mutated.length).toBe(new Set(mutant.edits.map(({ file }) => file)).size);
  for (const [file, text] of mutated) expect(text).not.toBe(read(file));
});

const mutant = {
  name: "m",
  summary: "A mutant.",
  of: { variant: "guarded" },
  killedBy: ["a"],
  killedByTests: [],
};
const origin = { lesson: "l", variant: "guarded", file: "content/lessons/l/variants/guarded.ts" };

it("edits go to the variant's file, to one beside it, or from the root, one after the other", () => {
  const edits = [
    { find: "one", replace: "two" },
    { find: "two", replace: "three" },
    { file: "data.ts", find: "one", replace: "1" },
    { file: "/content/notes-app/proxy.ts", find: "one", replace: "i" },
  ];
  const files = mutatedFiles({ ...mutant, edits }, origin, () => "one");
  expect(Object.fromEntries(files)).toEqual({
    "content/lessons/l/variants/guarded.ts": "three",
    "content/lessons/l/variants/data.ts": "1",
    "content/notes-app/proxy.ts": "i",
  });
  expect([...files.keys()].map((file) => isShared(file, origin))).toEqual([false, false, true]);
});

it("a backend's edits go to the backend", () => {
  const edits = [{ file: "domain/keys.ts", find: "one", replace: "two" }];
  expect([...mutatedFiles({ ...mutant, of: "backend", edits }, null, () => "one").keys()]).toEqual([
    "mock-backend/domain/keys.ts",
  ]);
});

it("a mutant of a variant that is not there is refused", () => {
  expect(() => originOf({ ...mutant, edits: [] }, "start", lessons)).toThrow("start has no variant guarded");
});
