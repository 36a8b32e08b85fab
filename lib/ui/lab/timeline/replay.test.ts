import { expect, test } from "vitest";
import { at } from "@/test-doubles/sample-log";
import { sentAsCurl } from "../../../lab/client/curl.ts";
import type { LabEvent } from "../../../lab/schemas.ts";
import { replayOf } from "./replay.ts";

type Sent = NonNullable<NonNullable<LabEvent["detail"]>["request"]>;

const toBackend = (request: Sent, parts: Partial<LabEvent> = {}) =>
  at(0, { type: "request", from: "next", to: "backend", detail: { request }, ...parts });
const toApp = (name: string, parts: Partial<LabEvent> = {}) =>
  at(0, { type: "request", from: "browser", to: "next", name, exchange: "x", ...parts });
const session = { kind: "session", generation: 1, family: 1, role: "carried" } as const;

const sender = {
  origin: "http://localhost:3000",
  labId: "lab",
  variants: { "refresh-rotation": "none" },
  session: "the-cookie",
};

function curl(event: LabEvent, ...followed: LabEvent[]): string {
  const replay = replayOf(event, [event, ...followed]);
  if (replay === null || "why" in replay) throw new Error(replay?.why ?? "no request");
  return sentAsCurl(replay.request, sender);
}

test("a recorded body goes along byte for byte, and so does what kind it is", () => {
  const body = '{"refresh_token":"it\'s"}';
  const headers = { "content-type": "application/json", "user-agent": "node" };
  expect(curl(toBackend({ method: "POST", path: "/v1/auth/refresh", headers, body }))).toBe(
    "curl -i -X POST 'http://localhost:3000/mock-backend/v1/auth/refresh' -b 'silent-refresh.lab=lab' -H 'content-type: application/json' --data-raw '{\"refresh_token\":\"it'\\''s\"}'",
  );
});

test("the access token goes along, whatever the header's case, and the app's secret does not", () => {
  const bearer = curl(
    toBackend({ method: "GET", path: "/v1/notes", headers: { Authorization: "Bearer x" } }),
  );
  expect(bearer).toContain("-H 'authorization: Bearer x'");
  const headers = { authorization: "Basic (not shown)" };
  expect(curl(toBackend({ method: "GET", path: "/v1/notes", headers }))).not.toContain("authorization");
});

test("the attacker's request stays the attacker's", () => {
  expect(curl(toBackend({ method: "GET", path: "/v1/notes" }, { from: "attacker" }))).toContain(
    "-H 'x-lab-actor: attacker'",
  );
});

test("a login is sent with the published password, since its own is not recorded", () => {
  const body = '{"email":"grace@example.com","password":"(not shown)"}';
  expect(curl(toBackend({ method: "POST", path: "/v1/auth/login", body }))).toContain("nanosecond-wire");
});

test("a page goes with the cookies of this browser: lab, variants, and the session if it came with one", () => {
  expect(curl(toApp("GET /notes", { tokens: [session] }))).toBe(
    "curl -i 'http://localhost:3000/notes' -b 'silent-refresh.lab=lab; silent-refresh.variants=refresh-rotation%3Dnone; silent-refresh.session-token=the-cookie'",
  );
  expect(curl(toApp("GET /notes"))).not.toContain("session-token");
});

test("a sign-in fetches a CSRF token of its own first, and goes for whoever logged in then", () => {
  const login = at(1, {
    type: "request",
    from: "next",
    to: "backend",
    name: "POST /v1/auth/login",
    detail: { request: { body: '{"email":"linus@example.com","password":"(not shown)"}' } },
  });
  const lines = curl(toApp("POST /api/auth/callback/credentials"), login);
  expect(lines).toContain("/api/auth/csrf");
  expect(lines).toContain("--data-urlencode 'email=linus@example.com'");
  expect(lines).toContain("--data-urlencode 'password=just-for-fun'");
});

test("a Server Action goes with its id and its arguments", () => {
  const headers = { "next-action": "40ab" };
  const called = at(1, { name: "action.called", detail: { args: '["note-1"]' } });
  const line = curl(toApp("POST /notes", { detail: { request: { headers } }, tokens: [session] }), called);
  expect(line).toContain("-H 'next-action: 40ab'");
  expect(line).toContain(`--data-raw '["note-1"]'`);
});

test.each([
  [
    "its body was cut",
    toBackend({ method: "POST", path: "/v1/notes", body: '{"title":"ab… (cut)' }),
    /too long/,
  ],
  ["nothing was recorded", at(0, { type: "request", to: "backend" }), /not recorded/],
  ["its body was not recorded", toApp("POST /api/notes"), /not recorded/],
  ["it was the attacker's session", toApp("GET /notes", { from: "attacker", tokens: [session] }), /attacker/],
])("where a request cannot be sent again the reason is said: %s", (_, event, why) => {
  expect(replayOf(event, [event])).toEqual({ why: expect.stringMatching(why) });
});

test("what is no request has nothing to send", () => {
  expect(replayOf(at(0), [])).toBeNull();
});
