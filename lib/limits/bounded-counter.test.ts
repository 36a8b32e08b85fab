import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { boundedCounter } from "./bounded-counter";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("counts each address by itself, says how long to wait, and begins anew when the time is up", async () => {
  const counter = boundedCounter({ most: 2, seconds: 60 });
  expect([await counter.count("a"), await counter.count("a")]).toEqual([null, null]);
  vi.advanceTimersByTime(45_500);
  expect(await counter.count("a")).toBe(15);
  expect(await counter.count("b")).toBeNull();
  vi.advanceTimersByTime(14_500);
  expect(await counter.count("a")).toBeNull();
});

test("waiting is not made longer by asking meanwhile", async () => {
  const counter = boundedCounter({ most: 1, seconds: 10 });
  await counter.count("a");
  for (let tries = 0; tries < 50; tries += 1) await counter.count("a");
  vi.advanceTimersByTime(10_000);
  expect(await counter.count("a")).toBeNull();
});

test("keeps so many addresses and no more: the one that was quiet for longest goes", async () => {
  const counter = boundedCounter({ most: 1, seconds: 3_600 }, 3);
  for (let address = 0; address < 100; address += 1) {
    await counter.count("loud");
    await counter.count(`address-${address}`);
  }
  // The limiter keeps a timer for each address that it knows.
  expect(vi.getTimerCount()).toBeLessThanOrEqual(3);
  expect(await counter.count("loud")).toBe(3_600);
  expect(await counter.count("address-0")).toBeNull();
});
