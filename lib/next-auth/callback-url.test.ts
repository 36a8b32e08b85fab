import fc from "fast-check";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { callbackPath, dropUnusableCallback } from "./callback-url";

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

function passedOn(cookie: string): string | null {
  const request = new NextRequest("http://localhost:3000/notes", { headers: { cookie } });
  const headers = new Headers(request.headers);
  dropUnusableCallback(request, headers);
  return headers.get("cookie");
}

test("an address stays", () => {
  const cookie = "a=1; silent-refresh.callback-url=http%3A%2F%2Flocalhost%3A3000";
  expect(passedOn(cookie)).toBe(cookie);
});

test.each(["%00", "nonsense", "http%3A%2F%2F%5B", "javascript%3Aalert(1)"])(
  "%s goes, and nothing else",
  (value) => {
    expect(passedOn(`a=1; silent-refresh.callback-url=${value}; b=2`)).toBe("a=1; b=2");
  },
);
