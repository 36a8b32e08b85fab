import fc from "fast-check";
import { expect, test } from "vitest";
import { callbackPath } from "./callback-path";

test("a path on this site is kept, with its query", () => {
  expect(callbackPath("/notes/admin?x=1")).toBe("/notes/admin?x=1");
});

test.each([
  "https://evil.example/notes",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "",
  undefined,
])("%s leads to the notes", (value) => {
  expect(callbackPath(value)).toBe("/notes");
});

test("whatever is asked for, the browser stays on this site", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
      ),
      (value) => {
        const target = new URL(callbackPath(value), "https://here.example");
        expect(target.origin).toBe("https://here.example");
      },
    ),
  );
});
