import { afterEach, expect, test, vi } from "vitest";
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
