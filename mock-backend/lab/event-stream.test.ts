import { afterEach, expect, test, vi } from "vitest";
import { cheapPasswords } from "../fixtures/cheap-passwords.ts";
import { ISSUER, TestLab } from "../fixtures/test-lab.ts";
import { createMemoryStore, LAB_IDLE_MS } from "../store/memory/store.ts";
import { HEARTBEAT_MS } from "./event-stream.ts";

afterEach(() => {
  vi.useRealTimers();
});

const note = (text: string) => ({ type: "note", from: "next", to: "next", name: "n", outcome: "info", text });

/** An open stream, read frame by frame. */
async function open(lab: TestLab, query = "", headers: Record<string, string> = {}) {
  const caller = new AbortController();
  const response = await lab.backend.fetch(
    new Request(`${ISSUER}/lab/events${query}`, {
      headers: { "X-Lab": lab.id, Accept: "text/event-stream", ...headers },
      signal: caller.signal,
    }),
  );
  if (!response.body) throw new Error("no stream");
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  const frame = async (): Promise<string | undefined> => {
    while (!pending.includes("\n\n")) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      pending += value;
    }
    const end = pending.indexOf("\n\n");
    const next = pending.slice(0, end);
    pending = pending.slice(end + 2);
    return next;
  };
  const followers = async () => (await lab.backend.store.find(lab.id))?.events.followers;
  return { response, frame, cancel: () => reader.cancel(), abort: () => caller.abort(), followers };
}

test("sends what is kept, then what comes, each with its number", async () => {
  const lab = await TestLab.create();
  const { response, frame, cancel } = await open(lab);
  expect(response.headers.get("Content-Type")).toBe("text/event-stream");
  expect(await frame()).toBe("retry: 1000");
  expect(await frame()).toMatch(/^id: 1\nevent: lab\ndata: \{"seq":1,.*"name":"lab.created"/);
  await lab.advance(5);
  expect(await frame()).toMatch(/^id: 2\nevent: lab\ndata: \{"seq":2,.*"name":"clock.advanced"/);
  await cancel();
});

test("replays from ?after=, and Last-Event-ID wins over it", async () => {
  const lab = await TestLab.create();
  await lab.call("POST", "/lab/events", { json: [note("two"), note("three"), note("four")] });
  const byQuery = await open(lab, "?after=2");
  await byQuery.frame();
  expect(await byQuery.frame()).toMatch(/^id: 3\n/);
  const byHeader = await open(lab, "?after=0", { "Last-Event-ID": "3" });
  await byHeader.frame();
  expect(await byHeader.frame()).toMatch(/^id: 4\n/);
  await Promise.all([byQuery.cancel(), byHeader.cancel()]);
});

test("a place that is no number is refused", async () => {
  const lab = await TestLab.create();
  const answer = await lab.call("GET", "/lab/events", { headers: { "Last-Event-ID": "x" } });
  expect([answer.status, answer.body?.error]).toEqual([400, "invalid_request"]);
});

test("says that there is a gap when what was asked for is gone from the ring", async () => {
  const lab = await TestLab.create();
  for (let batch = 0; batch < 11; batch += 1) {
    await lab.call("POST", "/lab/events", { json: Array.from({ length: 50 }, () => note("x")) });
  }
  const { frame, cancel } = await open(lab, "?after=10");
  await frame();
  expect(await frame()).toBe('event: gap\ndata: {"firstSeq":52}');
  expect(await frame()).toMatch(/^id: 52\n/);
  await cancel();
});

test("without a place it sends what is kept and claims no gap", async () => {
  const lab = await TestLab.create();
  for (let batch = 0; batch < 11; batch += 1) {
    await lab.call("POST", "/lab/events", { json: Array.from({ length: 50 }, () => note("x")) });
  }
  const { frame, cancel } = await open(lab);
  await frame();
  expect(await frame()).toMatch(/^id: 52\n/);
  await cancel();
});

test("a slow reader holds no queue: it learns of the gap when it reads on", async () => {
  const lab = await TestLab.create();
  const { frame, cancel } = await open(lab);
  await frame();
  expect(await frame()).toMatch(/^id: 1\n/);
  for (let batch = 0; batch < 30; batch += 1) {
    await lab.call("POST", "/lab/events", { json: Array.from({ length: 50 }, () => note("x")) });
  }
  const seen: number[] = [1];
  let gaps = 0;
  while (seen.at(-1) !== 1501) {
    const next = (await frame()) ?? "";
    if (next.startsWith("event: gap")) gaps += 1;
    else seen.push(Number(/^id: (\d+)/.exec(next)?.[1]));
  }
  expect(gaps).toBe(1);
  expect(seen.slice(-500)).toEqual(Array.from({ length: 500 }, (_, index) => 1002 + index));
  expect(new Set(seen).size).toBe(seen.length);
  await cancel();
});

test("what waits for a slow reader is one page of 32 KB, also of heavy events", async () => {
  const lab = await TestLab.create();
  const heavy = { ...note("x"), detail: { text: "x".repeat(4000) } };
  for (let batch = 0; batch < 12; batch += 1) {
    await lab.call("POST", "/lab/events", { json: [heavy, heavy, heavy] });
  }
  const headers = { "X-Lab": lab.id, Accept: "text/event-stream" };
  const response = await lab.backend.fetch(new Request(`${ISSUER}/lab/events`, { headers }));
  const reader = response.body?.getReader();
  let read = "";
  while (!read.includes("id: 37\n")) {
    const { value } = (await reader?.read()) ?? {};
    expect(value?.byteLength).toBeLessThan(34_000);
    read += new TextDecoder().decode(value);
  }
  expect(read.match(/^id: /gm)).toHaveLength(37);
  await reader?.cancel();
});

test("a stream that takes more than there is ends with its lab, and is no failure", async () => {
  const store = createMemoryStore({ hashes: cheapPasswords.seedHashes, maxBytes: 50_000 });
  const lab = await TestLab.create({ store });
  const { response, frame } = await open(lab);
  expect(response.status).toBe(200);
  await frame();
  expect(await frame()).toBeUndefined();
  expect((await lab.call("GET", "/lab/state")).body?.reason).toBe("made_room");
});

test("a reset goes on with the numbers; a reader from before learns of the gap", async () => {
  const lab = await TestLab.create();
  await lab.login();
  const live = await open(lab, "?after=3");
  await live.frame();
  await lab.call("POST", "/lab/reset");
  expect(await live.frame()).toMatch(/^id: 4\n.*\n.*family.revoked/);
  expect(await live.frame()).toMatch(/^id: 5\n.*\n.*lab.reset/);
  const late = await open(lab, "?after=1");
  await late.frame();
  expect(await late.frame()).toBe('event: gap\ndata: {"firstSeq":4}');
  await Promise.all([live.cancel(), late.cancel()]);
});

test.each(["cancel", "abort"] as const)(
  "a stream dropped by %s leaves no follower and no timer",
  async (how) => {
    const lab = await TestLab.create();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const stream = await open(lab);
    await stream.frame();
    await stream.frame();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    expect(await stream.followers()).toBe(1);
    await stream[how]();
    expect(await stream.followers()).toBe(0);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
  },
);

test("beats every fifteen seconds while nothing happens", async () => {
  const lab = await TestLab.create();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const stream = await open(lab);
  await stream.frame();
  await stream.frame();
  for (let beat = 0; beat < 2; beat += 1) {
    const next = stream.frame();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    expect(await next).toBe(": still here");
  }
  await stream.cancel();
});

test("a stream ends when its lab idles out, and an open stream does not keep it", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes: cheapPasswords.seedHashes, realNow: () => realTime });
  const lab = await TestLab.create({ store });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const stream = await open(lab);
  await stream.frame();
  await stream.frame();
  const next = stream.frame();
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  realTime += LAB_IDLE_MS + 1;
  await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(await next).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});
