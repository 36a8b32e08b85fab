import { afterAll, beforeAll, expect, test } from "vitest";
import { createBackend } from "@/mock-backend/app";
import { nodeCrypto } from "@/mock-backend/crypto/node";
import { cheapPasswords } from "@/mock-backend/fixtures/cheap-passwords";
import { type Listener, listen } from "@/mock-backend/listen";
import { isLogin, isRefresh, lastIssuedAt, MockBackend } from "./mock-backend";
import { timelineLine, timelineOf } from "./timeline";

let listener: Listener;
let backend: MockBackend;

beforeAll(async () => {
  const client = { id: "app", secret: "secret" };
  const options = { crypto: nodeCrypto, client, issuer: "http://backend.test", defaultLab: true };
  listener = await listen(createBackend({ ...options, ...cheapPasswords }), { host: "127.0.0.1", port: 0 });
  await setFromOutside({ accessTtl: 77 });
  backend = await MockBackend.at(listener.url);
});
afterAll(() => listener.close());

async function setFromOutside(settings: object): Promise<void> {
  await send("PATCH", "/lab/settings", settings);
}

async function send(method: string, path: string, body: object) {
  const headers = { "Content-Type": "application/json", "X-Lab": "default" };
  const answer = await fetch(listener.url + path, { method, headers, body: JSON.stringify(body) });
  return answer.json();
}

function signIn() {
  return send("POST", "/v1/auth/login", { email: "ada@example.com", password: "analytical-engine" });
}

test("what an app does at the backend can be read afterwards, and its tokens are known to the letter", async () => {
  await backend.reset({ accessTtl: 5, grace: undefined });
  const { access_token, refresh_token } = await signIn();
  await send("POST", "/v1/auth/refresh", { refresh_token });
  const next = await send("POST", "/v1/auth/refresh", { refresh_token });
  expect(next.error).toBe("invalid_grant");

  const events = await backend.events();
  expect(events.filter(isLogin)).toHaveLength(1);
  expect(events.filter(isRefresh)).toHaveLength(2);
  expect(lastIssuedAt(events)).toBeLessThanOrEqual(await backend.now());
  const tokens = await backend.issuedTokens();
  expect(tokens).toHaveLength(4);
  expect(tokens).toEqual(expect.arrayContaining([access_token, refresh_token]));
  expect(timelineOf(events).map(timelineLine)).toEqual([
    expect.stringContaining("Access tokens now live 5 seconds."),
    expect.stringMatching(/app → backend {2}POST \/v1\/auth\/login$/),
    expect.stringMatching(/app ← backend {2}200 {2}A1\/1\+ R1\/1\+$/),
    expect.stringMatching(/app → backend {2}POST \/v1\/auth\/refresh {2}R1\/1$/),
    expect.stringContaining("R2 succeeds it"),
    expect.stringMatching(/app ← backend {2}200 {2}A2\/1\+ R2\/1\+$/),
    expect.stringMatching(/app → backend {2}POST \/v1\/auth\/refresh {2}R1\/1$/),
    expect.stringContaining("a spent refresh token came again"),
    expect.stringMatching(/app ← backend {2}400 \(reused\)$/),
  ]);
  expect((await backend.state()).families).toMatchObject([{ status: "revoked", reason: "reused" }]);
});

test("it is left empty, with the settings that were found", async () => {
  await backend.reset({ accessTtl: 5, latencyMs: 10 });
  await signIn();
  await backend.restore();
  const { families, settings } = await backend.state();
  expect(families).toEqual([]);
  expect(settings).toMatchObject({ accessTtl: 77, latencyMs: 0 });
});
