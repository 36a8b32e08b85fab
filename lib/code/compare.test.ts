import fc from "fast-check";
import { expect, it } from "vitest";
import { compare } from "./compare.ts";

it("keeps three lines around a change and folds the rest", () => {
  const from = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const to = from.with(10, "changed");
  expect(
    compare(from.join("\n"), to.join("\n")).map((hunk) =>
      hunk.kind === "folded" ? hunk.count : hunk.lines.length,
    ),
  ).toEqual([7, 8, 6]);
});

it("does not fold where folding saves nothing", () => {
  expect(compare("a\nb\nc\nd\ne", "a\nb\nc\nd\nE")).toHaveLength(1);
});

it("gives back both texts", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, text, (from, to) => {
      const hunks = compare(from.join("\n"), to.join("\n"));
      const lines = hunks.flatMap((hunk) => (hunk.kind === "lines" ? hunk.lines : []));
      const folded = hunks.reduce((sum, hunk) => sum + (hunk.kind === "folded" ? hunk.count : 0), 0);
      const removed = lines.filter((line) => line.kind !== "added").length;
      const added = lines.filter((line) => line.kind !== "removed").length;
      expect(removed + folded).toBe(from.length);
      expect(added + folded).toBe(to.length);
      for (const line of lines) if (line.kind === "same") expect(from).toContain(to[line.at]);
    }),
  );
});
