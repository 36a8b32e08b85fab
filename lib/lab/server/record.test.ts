import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runInLab } from "./context";
import type { AppEvent } from "./control";
import { note, Recorder, record, recorded } from "./record";

/** The names of each request's events, in the order in which the requests reached the backend. */
let posts: string[][] = [];
/** Lets the backend answer the request that waits for the longest. */
let answers: (() => void)[] = [];

beforeEach(() => {
  posts = [];
  answers = [];
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  vi.stubGlobal("fetch", (_url: string, { body }: RequestInit) => {
    const events: AppEvent[] = JSON.parse(String(body));
    posts.push(events.map(({ name }) => name));
    return new Promise((resolve) => answers.push(() => resolve(Response.json({ seq: posts.length }))));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const event = (name: string, text?: string) => note(name, "info", text === undefined ? {} : { text });

async function answerAll(until: Promise<void>): Promise<void> {
  let done = false;
  until.then(() => {
    done = true;
  });
  while (!done) {
    answers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("an event leaves at once, and those that come while it is on its way leave together after it", async () => {
  const recorder = new Recorder("a-lab");
  recorder.add([event("one")]);
  await vi.waitFor(() => expect(posts).toEqual([["one"]]));
  recorder.add([event("two")]);
  recorder.add([event("three"), event("four")]);
  await answerAll(recorder.settled());
  expect(posts).toEqual([["one"], ["two", "three", "four"]]);
});

test("nothing is sent of nothing", async () => {
  const recorder = new Recorder("a-lab");
  recorder.add([]);
  await recorder.settled();
  await runInLab({ id: "a-lab", offsetSeconds: 0, surface: "proxy" }, () => record());
  expect(posts).toEqual([]);
});

test("a call to the backend that waits for what was recorded comes after all of it", async () => {
  const recorder = new Recorder("a-lab");
  const lab = { id: "a-lab", offsetSeconds: 0, surface: "proxy", recorder } as const;
  const order: string[] = [];
  const call = runInLab(lab, async () => {
    await record(event("one"));
    await record(event("two"));
    await recorded();
    order.push(...posts.flat(), "the call");
  });
  await answerAll(call);
  expect(order).toEqual(["one", "two", "the call"]);
});

test("every event arrives once and in order, and no request is larger than the backend takes", async () => {
  const turns = fc.array(fc.array(fc.nat({ max: 6_000 }), { maxLength: 90 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(turns, async (lengths) => {
      posts = [];
      const recorder = new Recorder("a-lab");
      let count = 0;
      const sizes = new Map<string, number>();
      for (const turn of lengths) {
        const events = turn.map((length) => event(`${count++}`, "x".repeat(length)));
        for (const each of events) sizes.set(each.name, Buffer.byteLength(JSON.stringify(each)));
        recorder.add(events);
        answers.shift()?.();
        await Promise.resolve();
      }
      await answerAll(recorder.settled());
      expect(posts.flat()).toEqual(Array.from({ length: count }, (_, at) => `${at}`));
      for (const names of posts) {
        const bytes = names.reduce((sum, name) => sum + (sizes.get(name) ?? 0) + 1, 1);
        expect(names.length).toBeLessThanOrEqual(50);
        expect(names.length === 1 || bytes <= 16_384, `${names.length} events of ${bytes} bytes`).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("a backend that is away loses the events, and the code under study does not hear of it", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  const recorder = new Recorder("a-lab");
  recorder.add([event("one")]);
  await expect(recorder.settled()).resolves.toBeUndefined();
});
