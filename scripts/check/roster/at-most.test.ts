import { expect, it } from "vitest";
import { atMost } from "./at-most";

it("does a few at a time, keeps their order, and lets a slow one hold up nobody", async () => {
  const ended: number[] = [];
  let running = 0;
  let most = 0;
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const results = await atMost(2, [1, 2, 3, 4], async (item) => {
    running += 1;
    most = Math.max(most, running);
    if (item === 1) await slow;
    else await Promise.resolve();
    running -= 1;
    ended.push(item);
    if (item === 4) release();
    return item * 10;
  });
  expect(results).toEqual([10, 20, 30, 40]);
  expect(ended).toEqual([2, 3, 4, 1]);
  expect(most).toBe(2);
});
