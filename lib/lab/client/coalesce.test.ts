import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalesce } from "./coalesce.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("many asks within the wait are one run", async () => {
  const task = vi.fn(async () => {});
  const { soon } = coalesce(task, 80);
  soon();
  soon();
  await vi.advanceTimersByTimeAsync(40);
  soon();
  await vi.advanceTimersByTimeAsync(500);
  expect(task).toHaveBeenCalledTimes(1);
});

test("asked during a run, it runs once more afterwards, never at the same time", async () => {
  let running = 0;
  let most = 0;
  const task = vi.fn(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 200));
    running -= 1;
  });
  const { soon } = coalesce(task, 80);
  soon();
  await vi.advanceTimersByTimeAsync(100);
  soon();
  soon();
  await vi.advanceTimersByTimeAsync(1000);
  expect(task).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});

test("stopped, it does not run", async () => {
  const task = vi.fn(async () => {});
  const { soon, stop } = coalesce(task, 80);
  soon();
  stop();
  await vi.advanceTimersByTimeAsync(500);
  expect(task).not.toHaveBeenCalled();
});
