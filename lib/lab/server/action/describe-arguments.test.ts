import fc from "fast-check";
import { expect, test } from "vitest";
import { describeArguments } from "./describe-arguments";

test("arguments read as they were posted", () => {
  expect(describeArguments(["note-1", ["a"], { a: 1 }, null, undefined])).toBe(
    '"note-1", ["a"], an object, null, undefined',
  );
});

test("whatever was posted, the line stays short", () => {
  fc.assert(
    fc.property(fc.array(fc.anything({ withNullPrototype: true })), (args) => {
      expect(describeArguments(args).length).toBeLessThanOrEqual(121);
    }),
  );
});
