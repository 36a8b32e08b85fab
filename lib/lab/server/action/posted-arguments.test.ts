import fc from "fast-check";
import { expect, test } from "vitest";
import { describeArguments, wireArguments } from "./posted-arguments";

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

test("plain values are posted as JSON", () => {
  expect(wireArguments(["note-1", 2, true, null])).toBe('["note-1",2,true,null]');
});

test.each([[[["note-1"]]], [[{ id: 1 }]], [["$undefined"]], [[undefined]], [[Number.NaN]], [[new Map()]]])(
  "what React encodes in its own way is not guessed: %j",
  (args) => {
    expect(wireArguments(args)).toBeNull();
  },
);
