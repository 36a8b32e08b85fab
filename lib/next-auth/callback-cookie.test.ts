import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { dropUnusableCallback } from "./callback-cookie";

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
