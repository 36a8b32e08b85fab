import fc from "fast-check";
import { expect, it } from "vitest";
import { distance, nearest } from "./distance.ts";

it("counts edits", () => {
  expect(distance("kitten", "sitting")).toBe(3);
  expect(distance("", "abc")).toBe(3);
});

it("is a metric", () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(distance(a, a)).toBe(0);
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
    }),
  );
});

it("suggests what is close, and nothing when nothing is", () => {
  const slugs = ["start", "credentials-provider", "refresh-rotation"];
  expect(nearest("credential-provider", slugs)).toBe("credentials-provider");
  expect(nearest("Refresh-Token-Rotation", slugs)).toBe("refresh-rotation");
  expect(nearest("pricing", slugs)).toBeUndefined();
});
