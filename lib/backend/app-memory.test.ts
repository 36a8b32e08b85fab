import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runInLab } from "@/lib/lab/context";
import { appMemory } from "./app-memory";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const inLab = <T>(id: string, work: () => T) =>
  runInLab({ id, offsetSeconds: 0, surface: "route-handler" }, async () => work());

test("each lab has its own, and one that was idle for two hours is forgotten", async () => {
  const memory = appMemory("test", () => ({ visits: 0 }));
  const visit = (id: string) => inLab(id, () => ++memory().visits);
  expect([await visit("a"), await visit("a"), await visit("b")]).toEqual([1, 2, 1]);
  await vi.advanceTimersByTimeAsync(90 * 60 * 1000);
  expect(await visit("a")).toBe(3);
  await vi.advanceTimersByTimeAsync(90 * 60 * 1000);
  expect([await visit("a"), await visit("b")]).toEqual([4, 1]);
});
