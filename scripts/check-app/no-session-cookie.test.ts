import { expect, test } from "vitest";
import type { BackendEvent } from "./mock-backend";
import { hintOf, NoSessionCookie } from "./no-session-cookie";
import { parseProfile } from "./profile";

const fields = {
  signIn: { page: "/signin" },
  protected: { page: "/notes", shows: "My notes" },
  backend: { url: "http://127.0.0.1:4000" },
};
const profile = parseProfile(JSON.stringify(fields), "my-app.json");
const misnamed = parseProfile(JSON.stringify({ ...fields, sessionCookie: "sid" }), "my-app.json");

function login(outcome: BackendEvent["outcome"]): BackendEvent[] {
  const event = { seq: 1, at: 0, tokens: [], exchange: "x1" };
  return [
    { ...event, type: "request", name: "POST /v1/auth/login", outcome: "info" },
    { ...event, type: "response", name: outcome === "ok" ? "200" : "401", outcome },
  ];
}

test.each([
  ["not asked", profile, [], /^The backend at http:\/\/127\.0\.0\.1:4000 was not asked: /],
  [
    "refused",
    misnamed,
    login("refused"),
    /^The backend was asked: is the password of ada@example\.com right\?$/,
  ],
  [
    "accepted, and another cookie named",
    misnamed,
    login("ok"),
    "The backend accepted the password, and the browser holds csrf, my-session: the profile's sessionCookie may be wrong.",
  ],
  [
    "accepted, and no cookie named",
    profile,
    login("ok"),
    /: name the session cookie in the profile's sessionCookie\.$/,
  ],
] as const)("where the backend was %s, it says what to look at", (_what, given, events, line) => {
  const error = new NoSessionCookie("No session cookie.", ["csrf", "my-session"]);
  expect(hintOf(error, events, given)).toMatch(line);
});

test("no cookie at all is said too", () => {
  expect(hintOf(new NoSessionCookie("None.", []), login("ok"), misnamed)).toContain(
    "the browser holds no cookie:",
  );
});
