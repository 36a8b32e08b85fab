import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { revoke } from "../lib/backend";
import { BackendError } from "../lib/backend-error";
import { Outbox } from "../lib/outbox";

vi.mock("../lib/backend", () => ({ revoke: vi.fn() }));
const told = vi.mocked(revoke);
const unheard = async () => {
  throw new BackendError("unavailable", "POST /v1/auth/logout answered 503");
};
const heard = async () => {};
const DAY_MS = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.useFakeTimers();
  told.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Which tokens were told since the last time. */
function news(): string[] {
  const tokens = told.mock.calls.map(([token]) => token);
  told.mockClear();
  return tokens;
}

test("what the backend hears at once is not told again", async () => {
  told.mockImplementation(heard);
  await new Outbox().revoke("R1");
  expect(news()).toEqual(["R1"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(news()).toEqual([]);
});

test("what it could not hear is told again every ten seconds, and deleted on success only", async () => {
  told.mockImplementation(unheard);
  await new Outbox().revoke("R1");
  await vi.advanceTimersByTimeAsync(30_000);
  expect(news()).toEqual(["R1", "R1", "R1", "R1"]);
  told.mockImplementation(heard);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(news()).toEqual(["R1"]);
});

test("one token that is never heard holds up no other", async () => {
  told.mockImplementation(unheard);
  const outbox = new Outbox();
  for (const token of ["R1", "R2", "R3"]) await outbox.revoke(token);
  news();
  told.mockImplementation(async (token) => (token === "R1" ? unheard() : undefined));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(news()).toEqual(["R1", "R2", "R3", "R1"]);
});

test("somebody else's sign-out waits for its own answer only", async () => {
  let answer = () => {};
  told.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const outbox = new Outbox();
  const slow = outbox.revoke("R1");
  told.mockImplementation(heard);
  await outbox.revoke("R2");
  answer();
  await slow;
  expect(news()).toEqual(["R1", "R2"]);
});

test("after seven days the refresh token has expired, and the log says that the backend never heard", async () => {
  told.mockImplementation(unheard);
  await new Outbox().revoke("secret-R1");
  vi.setSystemTime(Date.now() + 7 * DAY_MS);
  await vi.advanceTimersByTimeAsync(20_000);
  news();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(news()).toEqual([]);
  expect(console.warn).toHaveBeenLastCalledWith(expect.stringMatching(/never told.*expired/));
  expect(JSON.stringify(vi.mocked(console.warn).mock.calls)).not.toContain("secret");
});

test("a thousand are kept: the oldest goes first, and the log says so", async () => {
  told.mockImplementation(unheard);
  const outbox = new Outbox();
  for (let n = 0; n <= 1_000; n += 1) await outbox.revoke(`R${n}`);
  expect(console.warn).toHaveBeenCalledWith(expect.stringMatching(/never told.*too many/));
  news();
  told.mockImplementation(heard);
  await vi.advanceTimersByTimeAsync(10_000);
  const tokens = news();
  expect(tokens).toHaveLength(1_000);
  expect(tokens).not.toContain("R0");
});
