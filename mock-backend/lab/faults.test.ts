import { afterEach, describe, expect, test, vi } from "vitest";
import { TestLab } from "../fixtures/test-lab.ts";
import { SLOW_FIRST_MS, TIMEOUT_BOUND_MS } from "./faults.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Real milliseconds, on a false clock: latency and faults are the only things here that run on real time. */
async function labOnFalseTimers(settings: Record<string, unknown>) {
  const lab = await TestLab.create();
  const tokens = await lab.login();
  await lab.settings(settings);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  return { lab, tokens };
}

/** Lets the microtasks run that lie between a call and its first timer. */
const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test("an outage is 503 to every call, changes nothing, and ends when it is switched off", async () => {
  const lab = await TestLab.create();
  const tokens = await lab.login();
  await lab.settings({ fault: "outage" });
  for (const answer of [
    await lab.attemptRefresh(tokens.refresh_token),
    await lab.attemptLogin("ada@example.com", "wrong"),
    await lab.call("GET", "/v1/notes", { bearer: tokens.access_token }),
    await lab.call("POST", "/oauth/token", { form: { grant_type: "refresh_token" } }),
  ]) {
    expect([answer.status, answer.body?.error]).toEqual([503, "temporarily_unavailable"]);
  }
  expect((await lab.notes("fault.injected")).map((note) => note.code)).toEqual(Array(4).fill("outage"));
  expect((await lab.call("GET", "/.well-known/jwks.json")).status).toBe(200);
  await lab.settings({ fault: "none" });
  expect((await lab.attemptRefresh(tokens.refresh_token)).status).toBe(200);
});

test("malformed is 200 with a truthy object, and changes nothing", async () => {
  const lab = await TestLab.create();
  const { refresh_token } = await lab.login();
  await lab.settings({ fault: "malformed" });
  const answer = await lab.attemptRefresh(refresh_token);
  expect([answer.status, answer.body]).toEqual([200, { error: "bad" }]);
  await lab.settings({ fault: "none" });
  expect((await lab.attemptRefresh(refresh_token)).status).toBe(200);
});

test("timeout answers nothing until its bound, then 504", async () => {
  const { lab, tokens } = await labOnFalseTimers({ fault: "timeout" });
  let answered = false;
  const call = lab.attemptRefresh(tokens.refresh_token).finally(() => {
    answered = true;
  });
  await settle();
  await vi.advanceTimersByTimeAsync(TIMEOUT_BOUND_MS - 1);
  expect(answered).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect((await call).status).toBe(504);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([{ fault: "timeout" }, { latencyMs: 10_000 }, { fault: "slow-first" }])(
  "a caller who gives up under %j leaves no timer, and nothing was changed",
  async (settings) => {
    const { lab, tokens } = await labOnFalseTimers(settings);
    const caller = new AbortController();
    const call = lab.attemptRefresh(tokens.refresh_token, { signal: caller.signal });
    await settle();
    expect(vi.getTimerCount()).toBe(1);
    caller.abort();
    await call.catch(() => undefined);
    expect(vi.getTimerCount()).toBe(0);
    expect((await lab.events()).at(-1)).toMatchObject({
      type: "response",
      outcome: "failed",
      code: "aborted",
    });
    expect((await lab.state()).families[0]?.refresh).toHaveLength(1);
  },
);

test("latency keeps every call for its milliseconds, and no control call", async () => {
  const { lab, tokens } = await labOnFalseTimers({ latencyMs: 700 });
  const call = lab.attemptRefresh(tokens.refresh_token);
  await settle();
  expect((await lab.call("GET", "/lab/clock")).status).toBe(200);
  await vi.advanceTimersByTimeAsync(699);
  expect((await lab.state()).families[0]?.refresh).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect((await call).status).toBe(200);
});

test("slow-first keeps the first call two seconds and the second not at all", async () => {
  const { lab, tokens } = await labOnFalseTimers({ fault: "slow-first" });
  const slow = lab.call("GET", "/v1/me", { bearer: tokens.access_token });
  await settle();
  expect((await lab.call("GET", "/v1/me", { bearer: tokens.access_token })).status).toBe(200);
  await vi.advanceTimersByTimeAsync(SLOW_FIRST_MS);
  expect((await slow).status).toBe(200);
  expect(await lab.notes("fault.injected")).toHaveLength(1);
});

test("refresh-only takes the token endpoint down, through both of its doors, and nothing else", async () => {
  const lab = await TestLab.create();
  const tokens = await lab.login();
  await lab.settings({ fault: "refresh-only" });
  const form = { grant_type: "refresh_token", refresh_token: tokens.refresh_token };
  for (const answer of [
    await lab.attemptRefresh(tokens.refresh_token),
    await lab.call("POST", "/oauth/token", { form }),
  ]) {
    expect([answer.status, answer.body?.error]).toEqual([503, "temporarily_unavailable"]);
  }
  expect((await lab.notes("fault.injected")).map(({ code }) => code)).toEqual([
    "refresh-only",
    "refresh-only",
  ]);
  const other = await lab.login("linus@example.com");
  expect(await lab.honours(tokens.access_token)).toBe(200);
  expect((await lab.call("GET", "/v1/notes", { bearer: tokens.access_token })).status).toBe(200);
  const json = { refresh_token: other.refresh_token };
  expect((await lab.call("POST", "/v1/auth/logout", { json })).status).toBe(204);
  expect(await lab.honours(other.access_token)).toBe(401);
  await lab.settings({ fault: "none" });
  expect((await lab.attemptRefresh(tokens.refresh_token)).status).toBe(200);
});

test("api-only takes down what access tokens are for, and nothing else", async () => {
  const lab = await TestLab.create();
  const { access_token: bearer, refresh_token } = await lab.login("ada@example.com");
  const { body: notes } = await lab.call("GET", "/v1/notes", { bearer });
  await lab.settings({ fault: "api-only" });
  const calls: [method: string, path: string][] = [
    ["GET", "/v1/me"],
    ["GET", "/v1/notes"],
    ["POST", "/v1/notes"],
    ["DELETE", "/v1/notes/note-ada-1"],
    ["GET", "/v1/admin/users"],
    ["PATCH", "/v1/admin/users/user-linus"],
  ];
  for (const [method, path] of calls) {
    const answer = await lab.call(method, path, { bearer });
    expect([path, answer.status, answer.body?.error]).toEqual([path, 503, "temporarily_unavailable"]);
  }
  const codes = (await lab.notes("fault.injected")).map(({ code }) => code);
  expect(codes).toEqual(calls.map(() => "api-only"));
  const second = await lab.refresh(refresh_token);
  await lab.login("linus@example.com");
  await lab.settings({ fault: "none" });
  expect((await lab.call("GET", "/v1/notes", { bearer })).body).toEqual(notes);
  const json = { refresh_token: second.refresh_token };
  await lab.settings({ fault: "api-only" });
  expect((await lab.call("POST", "/v1/auth/logout", { json })).status).toBe(204);
  expect((await lab.call("POST", "/oauth/revoke", { form: { token: "unknown" } })).status).toBe(200);
});

test("client-refused refuses the app where it proves who it is, and says nothing of a token", async () => {
  const lab = await TestLab.create();
  const tokens = await lab.login("ada@example.com");
  await lab.settings({ fault: "client-refused" });
  const refused = await lab.attemptRefresh(tokens.refresh_token);
  const login = await lab.call("POST", "/v1/auth/login", {
    json: { email: "ada@example.com", password: "analytical-engine" },
  });
  for (const answer of [refused, login]) {
    expect([answer.status, answer.body?.error]).toEqual([401, "invalid_client"]);
  }
  expect((await lab.call("GET", "/v1/notes", { bearer: tokens.access_token })).status).toBe(200);
  await lab.settings({ fault: "none" });
  expect((await lab.attemptRefresh(tokens.refresh_token)).status).toBe(200);
});

describe("lost-answer", () => {
  const afterLoss = async (settings: Record<string, unknown> = {}) => {
    const lab = await TestLab.create();
    await lab.settings({ fault: "lost-answer", ...settings });
    const tokens = await lab.login();
    const lost = await lab.attemptRefresh(tokens.refresh_token);
    return { lab, tokens, lost };
  };

  test("the rotation is performed, the timeline says so, and the caller learns nothing of it", async () => {
    const { lab, tokens, lost } = await afterLoss();
    expect([lost.status, lost.body?.error]).toEqual([504, "timeout"]);
    expect(lost.text).not.toContain("_token");
    const [family] = (await lab.state()).families;
    expect(family?.refresh.map(({ status }) => status)).toEqual(["spent", "current"]);
    expect(await lab.honours(tokens.access_token)).toBe(200);
    const told = (await lab.events()).filter(({ seq }) => seq > 4).map(({ name, code }) => code ?? name);
    expect(told.slice(0, 4)).toEqual([
      "POST /v1/auth/refresh",
      "token.rotated",
      "lost-answer",
      "lost-answer",
    ]);
    const response = (await lab.events()).find(({ name }) => name === "504");
    expect(response).toMatchObject({ outcome: "failed", tokens: [] });
    expect(JSON.stringify(response?.detail)).not.toContain("access_token");
  });

  test("without grace the next attempt ends the family, with grace it gets the lost successor", async () => {
    const strict = await afterLoss();
    await strict.lab.settings({ fault: "none" });
    expect((await strict.lab.attemptRefresh(strict.tokens.refresh_token)).status).toBe(400);
    expect((await strict.lab.state()).families[0]?.reason).toBe("reused");

    const lenient = await afterLoss({ grace: 10 });
    await lenient.lab.settings({ fault: "none" });
    const { refresh_token } = await lenient.lab.refresh(lenient.tokens.refresh_token);
    expect((await lenient.lab.state()).families[0]?.refresh).toHaveLength(2);
    expect((await lenient.lab.attemptRefresh(refresh_token)).status).toBe(200);
  });

  test("a refusal is lost like every answer of the token endpoint, through its other door, too", async () => {
    const { lab, tokens } = await afterLoss();
    const form = { grant_type: "refresh_token", refresh_token: tokens.refresh_token };
    expect((await lab.call("POST", "/oauth/token", { form })).body?.error).toBe("timeout");
    expect((await lab.state()).families[0]?.reason).toBe("reused");
  });

  test("nothing of a lost refusal reaches the caller, no header either", async () => {
    const { lab, tokens } = await afterLoss();
    await lab.settings({ clientAuth: true });
    const lost = await lab.attemptRefresh(tokens.refresh_token);
    expect([lost.status, lost.body?.error]).toEqual([504, "timeout"]);
    expect(lost.headers.get("WWW-Authenticate")).toBeNull();
  });

  test("what was lost is in nobody's hands", async () => {
    const { lab, tokens } = await afterLoss({ grace: 60 });
    const attacker = { headers: { "X-Lab-Actor": "attacker" } };
    await lab.attemptRefresh(tokens.refresh_token, attacker);
    expect((await lab.state()).holders).toMatchObject({ attacker: { access: null, refresh: null } });
    await lab.settings({ fault: "none" });
    await lab.attemptRefresh(tokens.refresh_token, attacker);
    expect((await lab.state()).holders).toMatchObject({ attacker: { refresh: 2 } });
  });

  test("sign-in, sign-out and the API answer as ever", async () => {
    const { lab } = await afterLoss();
    const { access_token, refresh_token } = await lab.login("linus@example.com");
    expect(await lab.honours(access_token)).toBe(200);
    expect((await lab.call("POST", "/v1/auth/logout", { json: { refresh_token } })).status).toBe(204);
  });
});
