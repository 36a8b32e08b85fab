import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuthCall, refuseAuthCall } from "./auth-refusal";
import { isCallbackUrl } from "./callback-url";

async function refusalOf(call: Partial<Omit<AuthCall, "query">> & { query?: string }) {
  const { method = "GET", path = ["session"], query = "", body } = call;
  const refused = refuseAuthCall({ method, path, query: new URLSearchParams(query), body });
  return refused === null ? "passes" : `${refused.status} ${(await refused.json()).error}`;
}

test.each([
  "",
  "/",
  "/notes?x=%20",
  "//elsewhere.example",
  "http://localhost:3000/notes",
  "https://elsewhere.example",
])("%j is an address, wherever it leads", (value) => expect(isCallbackUrl(value)).toBe(true));

test.each([
  "\0",
  "/a\r\nSet-Cookie: a=b",
  "/a b",
  "/💥",
  "notes",
  "http://[::1",
  "http://",
  "javascript:alert(1)",
  "data:text/html,x",
  `/${"a".repeat(2_000)}`,
])("%j is none", (value) => expect(isCallbackUrl(value)).toBe(false));

test("property: what is an address can be a header's value", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (text) => {
      if (isCallbackUrl(text)) new Headers({ Location: text });
    }),
  );
});

test.each<[string, Parameters<typeof refusalOf>[0]]>([
  ["passes", {}],
  ["passes", { path: ["signin"], query: "callbackUrl=/notes&error=SessionEnded" }],
  ["400 invalid_callback_url", { path: ["signin"], query: "callbackUrl=%00" }],
  ["400 invalid_callback_url", { query: "callbackUrl=/notes&callbackUrl=nowhere" }],
  ["400 invalid_request", { path: ["error"], query: "error=%0d%0aX" }],
  ["400 invalid_request", { path: ["error", "💥"] }],
  ["405 method_not_allowed", { path: ["callback", "credentials"] }],
  ["405 method_not_allowed", { path: ["callback", "unknown"], method: "HEAD" }],
])("%s: asked for %j", async (expected, call) => {
  expect(await refusalOf(call)).toBe(expected);
});

test.each<[string, string, unknown]>([
  ["passes", "session", { csrfToken: "a", data: { anything: [] } }],
  ["passes", "callback", { email: "a", password: "b", callbackUrl: "/notes" }],
  ["passes", "signout", undefined],
  ["400 invalid_request", "signout", null],
  ["400 invalid_request", "signout", []],
  ["400 invalid_request", "callback", { callbackUrl: [] }],
  ["400 invalid_request", "callback", { callbackUrl: "\0" }],
  ["400 invalid_request", "session", { csrfToken: ["a"] }],
  ["passes", "_log", { level: "error", code: "CLIENT_FETCH_ERROR", message: "x" }],
  ["400 invalid_request", "_log", { level: "__proto__", code: "CLIENT_FETCH_ERROR" }],
  ["400 invalid_request", "_log", { level: "error", code: "A\n[auth] FORGED" }],
  ["400 invalid_request", "_log", undefined],
])("%s: posted to %s %j", async (expected, action, body) => {
  expect(await refusalOf({ method: "POST", path: [action], body })).toBe(expected);
});
