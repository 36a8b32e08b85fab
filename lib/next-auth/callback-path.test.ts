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
  `/notes?x=${"y".repeat(1_100)}`,
  "",
  undefined,
])("%s leads to the notes", (value) => {
  expect(callbackPath(value)).toBe("/notes");
});

test("whatever is asked for, the browser stays on this site", () => {
  fc.assert(
    fc.property(
      fc
        .tuple(fc.constantFrom("", "/", "//", "/\\", "https:", "https://"), fc.string())
        .map((parts) => parts.join("")),
      (value) => {
        const target = new URL(callbackPath(value), "https://here.example");
        expect(target.origin).toBe("https://here.example");
      },
    ),
  );
});
