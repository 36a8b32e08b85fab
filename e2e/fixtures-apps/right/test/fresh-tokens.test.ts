import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dropAccess, forgetTokens, freshAccess } from "../lib/fresh-tokens";
import { tokenStore } from "../lib/token-store";
import { stubBackend } from "./stub-backend";

const backend = stubBackend();
const START = 1_800_000_000;
const at = (seconds: number) => vi.setSystemTime((START + seconds) * 1000);

let id: string;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.useFakeTimers({ toFake: ["Date"], now: START * 1000 });
  id = randomUUID();
  tokenStore.set(id, { access: { token: "A1", expiresAt: START + 900 }, refreshToken: "R1" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const A2 = { body: { access_token: "A2", expires_in: 900, refresh_token: "R2" } };
const invalidGrant = { status: 400, body: { error: "invalid_grant" } };

test("a young token is used as it is; 30 seconds before its end it is exchanged, once for all who ask", async () => {
  at(869);
  expect(await freshAccess(id)).toEqual({ state: "fresh", token: "A1" });
  expect(backend.calls()).toEqual([]);
  at(870);
  backend.answer(A2);
  const asked = await Promise.all(Array.from({ length: 20 }, () => freshAccess(id)));
  expect(new Set(asked.map((access) => JSON.stringify(access)))).toEqual(
    new Set([JSON.stringify({ state: "fresh", token: "A2" })]),
  );
  expect(backend.calls()).toEqual(["POST /v1/auth/refresh"]);
});

test.each([
  ["an outage", { status: 503 }],
  ["a 429", { status: 429, headers: { "Retry-After": "5" } }],
  ["a wrong client secret", { status: 401, body: { error: "invalid_client" } }],
  ["an empty 400", { status: 400 }],
])("%s ends nothing: the old token is used to its end and not after it", async (_name, reply) => {
  backend.answer(reply);
  at(899);
  expect(await freshAccess(id)).toEqual({ state: "fresh", token: "A1" });
  at(900);
  expect(await freshAccess(id)).toEqual({ state: "unavailable" });
  backend.answer(A2);
  expect(await freshAccess(id)).toEqual({ state: "fresh", token: "A2" });
  expect(backend.requests.map(({ body }) => body)).toEqual(Array(3).fill('{"refresh_token":"R1"}'));
});

test("all who ask in an outage wait for one attempt and not for one another's", async () => {
  at(900);
  backend.answer({ status: 503 });
  const asked = await Promise.all(Array.from({ length: 20 }, () => freshAccess(id)));
  expect(asked).toEqual(Array(20).fill({ state: "unavailable" }));
  expect(backend.calls()).toHaveLength(1);
});

test("invalid_grant ends it, also while the access token would have lived on", async () => {
  at(880);
  backend.answer(invalidGrant);
  expect(await freshAccess(id)).toEqual({ state: "over" });
  backend.answer(A2);
  expect(await freshAccess(id)).toEqual({ state: "over" });
  expect(backend.calls()).toHaveLength(1);
});

test("a rotation without an access token is kept, and the next who asks gets one with it", async () => {
  at(900);
  backend.answer({ body: { refresh_token: "R2" } });
  expect(await freshAccess(id)).toEqual({ state: "unavailable" });
  backend.answer({ body: { access_token: "A3", expires_in: 900, refresh_token: "R3" } });
  expect(await freshAccess(id)).toEqual({ state: "fresh", token: "A3" });
  expect(backend.requests.map(({ body }) => body)).toEqual([
    '{"refresh_token":"R1"}',
    '{"refresh_token":"R2"}',
  ]);
});

test("a token that the API refuses is exchanged, and nobody else's is", async () => {
  dropAccess(id, "A0");
  expect(await freshAccess(id)).toEqual({ state: "fresh", token: "A1" });
  dropAccess(id, "A1");
  backend.answer(A2);
  expect(await freshAccess(id)).toEqual({ state: "fresh", token: "A2" });
});

test("without a refresh token the sign-in ends with its access token, and nobody is asked", async () => {
  tokenStore.set(id, { access: { token: "A1", expiresAt: START + 900 }, refreshToken: null });
  at(899);
  expect(await freshAccess(id)).toEqual({ state: "fresh", token: "A1" });
  at(900);
  expect(await freshAccess(id)).toEqual({ state: "over" });
  expect(backend.calls()).toEqual([]);
});

test("a sign-out during a refresh revokes what the refresh has brought, and nothing comes back", async () => {
  at(900);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  backend.handler = async ({ call }) => {
    if (call !== "POST /v1/auth/refresh") return { status: 204 };
    await held;
    return A2;
  };
  const refreshing = freshAccess(id);
  const forgotten = forgetTokens(id);
  release();
  await Promise.all([refreshing, forgotten]);
  expect(await freshAccess(id)).toEqual({ state: "over" });
  expect(backend.requests.map(({ call, body }) => `${call} ${body}`)).toEqual([
    'POST /v1/auth/refresh {"refresh_token":"R1"}',
    'POST /v1/auth/logout {"refresh_token":"R2"}',
  ]);
});

test("the store is bounded, and says when a sign-in had to go", async () => {
  for (let n = 0; n < 10_000; n += 1) tokenStore.set(String(n), { access: null, refreshToken: "R" });
  expect(tokenStore.get(id)).toBeUndefined();
  expect(console.warn).toHaveBeenCalled();
});
