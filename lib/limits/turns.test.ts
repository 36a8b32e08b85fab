import { expect, test } from "vitest";
import { inTurn, NoTurn } from "./turns";

test("one is worked on at once, the others in the order in which they came, and beyond 240 nobody waits", async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const come = (name: number) =>
    inTurn("handler", () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const all = Array.from({ length: 241 }, (_, name) => come(name));
  await expect(come(999)).rejects.toEqual(new NoTurn());
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0]);
  // Who fails makes room as well.
  await expect(inTurn("proxy", () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  for (let ended = 0; ended < 241; ended += 1) {
    ends[ended]?.();
    await all[ended];
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(begun).toEqual(Array.from({ length: 241 }, (_, name) => name));
});
