import { expect, test } from "vitest";
import { inWords } from "./in-words";

test("a sentence of ours stays as it is", () => {
  expect(inWords(new Error('/notes has no button "Delete".'))).toBe('/notes has no button "Delete".');
});

test("the driver's words come with what they mean, and without its log", () => {
  expect(inWords(new Error("locator.click: Timeout 30000ms exceeded.\nCall log:\n  - waiting"))).toBe(
    "The browser could not go on, which is no verdict about the app (locator.click: Timeout 30000ms exceeded.).",
  );
});
