import { beforeEach, expect, test, vi } from "vitest";
import { callerOf, isSameOrigin } from "./same-origin";

const request = (headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/lab", {
    method: "POST",
    headers: { Host: "localhost:3000", ...headers },
  });

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_URL", "");
  vi.stubEnv("PORT", "");
});

test.each([
  ["same-origin", "own-page", true],
  // Only an address that was typed or kept as a bookmark sends it, and that is never a state-changing request.
  ["none", "address-bar", false],
  ["same-site", "elsewhere", false],
  ["cross-site", "elsewhere", false],
  ["something new", "elsewhere", false],
])("Sec-Fetch-Site: %s is from %s", (value, caller, expected) => {
  expect(callerOf(request({ "Sec-Fetch-Site": value }))).toBe(caller);
  expect(isSameOrigin(request({ "Sec-Fetch-Site": value }))).toBe(expected);
});

test("Fetch Metadata decides, whatever the proxy made of the host", () => {
  const behindProxy = { Host: "127.0.0.1:3000", Origin: "https://learn.example" };
  expect(isSameOrigin(request({ ...behindProxy, "Sec-Fetch-Site": "same-origin" }))).toBe(true);
  const sibling = { Origin: "http://localhost:3000", "Sec-Fetch-Site": "same-site" };
  expect(isSameOrigin(request(sibling))).toBe(false);
});

test("without Fetch Metadata the Origin decides, and a null origin is foreign", () => {
  expect(isSameOrigin(request({ Origin: "http://localhost:3000" }))).toBe(true);
  expect(isSameOrigin(request({ Origin: "http://localhost:4000" }))).toBe(false);
  expect(isSameOrigin(request({ Origin: "null" }))).toBe(false);
  expect(isSameOrigin(request({ Origin: "" }))).toBe(false);
});

test("a local site behind a proxy goes by the host that the browser asked the first proxy for", () => {
  const forwarded = { "X-Forwarded-Host": "notes.test:8080, inner.test" };
  expect(isSameOrigin(request({ ...forwarded, Origin: "http://notes.test:8080" }))).toBe(true);
  expect(isSameOrigin(request({ ...forwarded, Origin: "http://localhost:3000" }))).toBe(false);
  expect(isSameOrigin(request({ ...forwarded, Origin: "http://inner.test" }))).toBe(false);
});

test("a public site goes by its configured origin, and by no header", () => {
  vi.stubEnv("NEXTAUTH_URL", "https://learn.example");
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdef0123456789abcdef");
  expect(isSameOrigin(request({ Origin: "https://learn.example" }))).toBe(true);
  expect(isSameOrigin(request({ Origin: "http://learn.example" }))).toBe(false);
  const spoofed = { Host: "evil.example", "X-Forwarded-Host": "evil.example" };
  expect(isSameOrigin(request({ ...spoofed, Origin: "https://evil.example" }))).toBe(false);
  expect(isSameOrigin(request({ ...spoofed, Origin: "https://learn.example" }))).toBe(true);
});

test("curl sends neither, and no one's cookie", () => {
  expect(callerOf(request({}))).toBe("unknown");
  expect(isSameOrigin(request({}))).toBe(true);
});
