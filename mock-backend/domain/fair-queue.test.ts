import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFairQueue, type QueueBounds } from "./fair-queue.ts";

const wide: QueueBounds = {
  running: 1,
  waiting: 1_000,
  waitingPerKey: 1_000,
  longestWaitMs: Number.POSITIVE_INFINITY,
  firstGuessMs: 20,
};

/** A queue whose work ends when the test says so, the oldest first. */
function bench(bounds: Partial<QueueBounds> = {}) {
  let now = 0;
  const queue = createFairQueue({ ...wide, ...bounds }, () => now);
  const begun: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  let most = 0;
  return {
    queue,
    begun,
    refused,
    most: () => most,
    ask(key: string, signal?: AbortSignal): Promise<string> {
      const work = () => {
        begun.push(key);
        most = Math.max(most, queue.size.running);
        return new Promise<string>((resolve) => ends.push(() => resolve(key)));
      };
      const asked = queue.run(key, work, signal);
      asked.catch((error: { code?: string }) => refused.push(error.code ?? "aborted"));
      return asked;
    },
    /** Ends the oldest work that runs. @returns false when none does */
    async end(tookMs = 20): Promise<boolean> {
      const end = ends.shift();
      now += tookMs;
      end?.();
      await settled();
      return end !== undefined;
    },
  };
}

/** All that follows from what has happened, however many promises it takes. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const keys = fc.constantFrom("a", "b", "c", "d");

describe("a fair queue", () => {
  test("serves one of sixty, and then the newcomer", async () => {
    const { ask, begun, end } = bench();
    for (let count = 0; count < 60; count += 1) void ask("crowd");
    void ask("newcomer");
    await end();
    await end();
    await end();
    expect(begun.indexOf("newcomer")).toBeLessThanOrEqual(2);
  });

  test("holds nobody back by more than one turn of every other key", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(keys, { maxLength: 40 }), async (asked) => {
        const { ask, begun, end } = bench();
        for (const key of asked) void ask(key);
        void ask("newcomer");
        while (await end());
        expect(begun.length).toBe(asked.length + 1);
        // What ran when the newcomer came, and a turn of each of the others.
        const before = begun.slice(0, begun.indexOf("newcomer"));
        expect(before.length).toBeLessThanOrEqual(1 + new Set(asked).size);
        expect(new Set(before.slice(1)).size).toBe(Math.max(before.length - 1, 0));
      }),
      { numRuns: 60 },
    );
  });

  test("never runs or keeps more than its bounds, and everybody gets an answer, aborted ones too", async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("ask" as const), key: keys, leaves: fc.boolean() }),
      fc.record({ do: fc.constant("end" as const) }),
      fc.record({ do: fc.constant("leave" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        async (steps, running) => {
          const { ask, begun, refused, end, queue, most } = bench({ running, waiting: 6, waitingPerKey: 3 });
          const answers: Promise<unknown>[] = [];
          const leavers: AbortController[] = [];
          for (const step of steps) {
            if (step.do === "end") await end();
            if (step.do === "leave") leavers.shift()?.abort();
            if (step.do === "ask") {
              const leaver = new AbortController();
              if (step.leaves) leavers.push(leaver);
              answers.push(ask(step.key, leaver.signal));
            }
            await settled();
            expect(queue.size.waiting).toBeLessThanOrEqual(6);
            expect(queue.size.waiting === 0 || queue.size.running === running).toBe(true);
          }
          while (await end());
          const outcomes = await Promise.allSettled(answers);
          expect(most()).toBeLessThanOrEqual(running);
          expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(
            begun.length - leavers.length,
          );
          expect(begun.length + refused.length).toBe(answers.length);
          expect(queue.size).toEqual({ running: 0, waiting: 0 });
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ["full", { waiting: 4 }, ["a", "b", "c", "d"], "e"],
    ["share-used", { waitingPerKey: 2 }, ["a", "a", "b"], "a"],
    // Three turns of 20 ms come first, the running one's among them.
    ["too-long", { longestWaitMs: 59 }, ["a", "b"], "c"],
  ] as const)("says %s at once, before any work", async (code, bounds, waiting, key) => {
    const { ask, begun } = bench(bounds);
    void ask("first");
    for (const other of waiting) void ask(other);
    await expect(ask(key)).rejects.toMatchObject({ name: "QueueFullError", code });
    expect(begun).toEqual(["first"]);
  });

  test("reckons with the turns that really come first: a long line of one key keeps no other away", async () => {
    const { ask, refused } = bench({ longestWaitMs: 100 });
    for (let count = 0; count < 20; count += 1) void ask("crowd");
    void ask("newcomer");
    await settled();
    expect(refused.length).toBe(14);
    expect(new Set(refused)).toEqual(new Set(["too-long"]));
  });

  test("learns how long the work takes", async () => {
    const { ask, refused, end } = bench({ longestWaitMs: 100 });
    for (let count = 0; count < 20; count += 1) {
      void ask("slow");
      await end(1_000);
    }
    void ask("first");
    void ask("second");
    await settled();
    expect(refused).toEqual(["too-long"]);
  });

  test("goes on after work that failed", async () => {
    const { queue } = bench();
    const failing = queue.run("a", () => Promise.reject(new Error("no memory")));
    const after = queue.run("a", () => Promise.resolve("done"));
    await expect(failing).rejects.toThrow("no memory");
    await expect(after).resolves.toBe("done");
  });

  test("does no work for whoever left before their turn, and none for whoever had left already", async () => {
    const { ask, begun, end } = bench();
    void ask("first");
    const leaver = new AbortController();
    const left = ask("left", leaver.signal);
    void ask("last");
    leaver.abort();
    await expect(left).rejects.toThrow("aborted");
    await expect(ask("late", leaver.signal)).rejects.toThrow("aborted");
    while (await end());
    expect(begun).toEqual(["first", "last"]);
  });
});
