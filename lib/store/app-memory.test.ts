import { afterEach, expect, test, vi } from "vitest";
import { runInLab } from "@/lib/lab/server/context";
import { appMemory } from "./app-memory";

const lab = (id: string) => ({ id, offsetSeconds: 0, surface: "route-handler" }) as const;

afterEach(() => void vi.useRealTimers());

test("the same name is the same thing, another name and another lab are others", () => {
  const one = appMemory("one", () => new Map<string, number>());
  one().set("key", 1);
  expect(appMemory("one", () => new Map())().get("key")).toBe(1);
  expect(appMemory("two", () => new Map())().get("key")).toBeUndefined();
  expect(runInLab(lab("a"), () => one().get("key"))).toBeUndefined();
});

test("a lab's memory outlasts as many other labs as the backend keeps", () => {
  const memory = appMemory("many", () => new Map<string, number>());
  runInLab(lab("first"), () => memory().set("key", 1));
  for (let index = 0; index < 9_999; index += 1) runInLab(lab(`lab-${index}`), () => memory());
  expect(runInLab(lab("first"), () => memory().get("key"))).toBe(1);
  for (let index = 0; index < 10_000; index += 1) runInLab(lab(`more-${index}`), () => memory());
  expect(runInLab(lab("first"), () => memory().get("key"))).toBeUndefined();
});

test("a lab that was idle for two hours is forgotten, and one that was used is not", () => {
  vi.useFakeTimers();
  const memory = appMemory("idle", () => ({ visits: 0 }));
  const visit = (id: string) => runInLab(lab(id), () => ++memory().visits);
  expect([visit("a"), visit("a"), visit("b")]).toEqual([1, 2, 1]);
  vi.advanceTimersByTime(90 * 60 * 1000);
  expect(visit("a")).toBe(3);
  vi.advanceTimersByTime(90 * 60 * 1000);
  expect([visit("a"), visit("b")]).toEqual([4, 1]);
});
