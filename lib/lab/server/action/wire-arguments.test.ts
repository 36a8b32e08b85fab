import { expect, test } from "vitest";
import { wireArguments } from "./wire-arguments";

test("plain values are posted as JSON", () => {
  expect(wireArguments(["note-1", 2, true, null])).toBe('["note-1",2,true,null]');
});

test.each([[[["note-1"]]], [[{ id: 1 }]], [["$undefined"]], [[undefined]], [[Number.NaN]], [[new Map()]]])(
  "what React encodes in its own way is not guessed: %j",
  (args) => {
    expect(wireArguments(args)).toBeNull();
  },
);
