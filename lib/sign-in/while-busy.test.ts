import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MOST_RETRIES, whileBusy } from "./while-busy";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers "busy for two seconds" so many times, then nothing of the kind. */
function busyFor(times: number) {
  let asked = 0;
  return async () => {
    asked += 1;
    return asked > times ? { asked } : { asked, retrySeconds: 2 };
  };
}

test("waits as long as it was told, counts down, and tries again", async () => {
  const seen: number[] = [];
  const done = whileBusy(busyFor(2), new AbortController().signal, (seconds) => seen.push(seconds));
  await vi.advanceTimersByTimeAsync(3_900);
  expect(seen).toEqual([2, 1, 2, 1]);
  await vi.advanceTimersByTimeAsync(100);
  expect(await done).toEqual({ asked: 3 });
});

test("gives up after three more tries, with the last answer", async () => {
  const done = whileBusy(busyFor(99), new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(await done).toEqual({ asked: 1 + MOST_RETRIES, retrySeconds: 2 });
});

test("tries nothing more once nobody waits, and leaves no timer", async () => {
  const leaver = new AbortController();
  const attempt = vi.fn(busyFor(99));
  const done = whileBusy(attempt, leaver.signal);
  await vi.advanceTimersByTimeAsync(500);
  leaver.abort();
  expect(await done).toBeUndefined();
  expect(attempt).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});
