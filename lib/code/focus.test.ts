import { expect, it } from "vitest";
import { focusedLines } from "./focus.ts";

const text = "one\ntwo\nthree two\nfour";

it("reads ranges and lists", () => {
  expect([...focusedLines("2-3", text)]).toEqual([2, 3]);
  expect([...focusedLines("1, 3-4", text)]).toEqual([1, 3, 4]);
  expect([...focusedLines(undefined, text)]).toEqual([]);
});

it("finds every line with the given words", () => {
  expect([...focusedLines("#two", text)]).toEqual([2, 3]);
});

it("refuses what points at nothing", () => {
  for (const focus of ["0", "3-2", "5", "2-9", "x", "", "#", "#five"]) {
    expect(() => focusedLines(focus, text)).toThrow(/^focus: /);
  }
});
