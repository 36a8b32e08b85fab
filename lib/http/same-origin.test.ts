import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

const request = (headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/lab", {
    method: "POST",
    headers: { Host: "localhost:3000", ...headers },
  });

test.each([
  ["same-origin", true],
  ["none", true],
  ["same-site", false],
  ["cross-site", false],
])("Sec-Fetch-Site: %s", (value, expected) => {
  expect(isSameOrigin(request({ "Sec-Fetch-Site": value }))).toBe(expected);
});

test("without Fetch Metadata the Origin decides, and a null origin is foreign", () => {
  expect(isSameOrigin(request({ Origin: "http://localhost:3000" }))).toBe(true);
  expect(isSameOrigin(request({ Origin: "http://localhost:4000" }))).toBe(false);
  expect(isSameOrigin(request({ Origin: "null" }))).toBe(false);
});

test("curl sends neither, and no one's cookie", () => {
  expect(isSameOrigin(request({}))).toBe(true);
});
