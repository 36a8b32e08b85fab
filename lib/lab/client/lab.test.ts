import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeLab, labEvent } from "@/test-doubles/fake-lab";
import { createLab, type Lab } from "./lab.ts";

let fake: FakeLab;
let lab: Lab;

beforeEach(() => {
  vi.useFakeTimers();
  fake = new FakeLab();
  lab = createLab({ fetch: fake.fetch, openStream: fake.openStream, now: () => fake.nowMs });
});

afterEach(() => {
  lab.stop();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(200);
const seqs = () => lab.get().log.events.map((event) => event.seq);

async function live() {
  lab.start();
  await settle();
  fake.stream.open();
}

test("a lab starts: the page first, then the stream from its last event", async () => {
  fake.record(labEvent(1), labEvent(2));
  lab.start();
  expect(lab.get().status).toBe("starting");
  await settle();
  expect(seqs()).toEqual([1, 2]);
  expect(fake.stream.url).toContain("after=2");
  fake.stream.open();
  expect(lab.get().status).toBe("live");
});

test("events apply in order, and a double changes nothing", async () => {
  await live();
  fake.stream.push(labEvent(1), labEvent(2), labEvent(2), labEvent(1), labEvent(3));
  await settle();
  expect(seqs()).toEqual([1, 2, 3]);
});

test("a missing number is fetched, not guessed", async () => {
  await live();
  fake.record(labEvent(1), labEvent(2), labEvent(3));
  fake.stream.push(labEvent(1), labEvent(3));
  await settle();
  expect(seqs()).toEqual([1, 2, 3]);
  expect(lab.get().log.truncated).toBe(false);
});

test("after a gap the log begins anew and says so", async () => {
  await live();
  fake.stream.push(labEvent(1));
  await settle();
  fake.ringStart = 600;
  fake.record(labEvent(600), labEvent(601));
  fake.stream.gap(600);
  await settle();
  expect(seqs()).toEqual([600, 601]);
  expect(lab.get().log.truncated).toBe(true);
});

test("an event that cannot be parsed is fetched again instead of dropped", async () => {
  await live();
  fake.record(labEvent(1));
  fake.stream.dispatchEvent(new MessageEvent("lab", { data: "{" }));
  await settle();
  expect(seqs()).toEqual([1]);
});

test("a burst of events asks for the state once", async () => {
  await live();
  const before = fake.callsTo("/lab/state");
  for (let seq = 1; seq <= 50; seq += 1) fake.stream.push(labEvent(seq));
  await settle();
  expect(fake.callsTo("/lab/state")).toBe(before + 1);
});

test("a broken stream comes back with what was missed, without a double", async () => {
  await live();
  fake.record(labEvent(1));
  fake.stream.push(labEvent(1));
  await settle();
  fake.stream.fail();
  expect(lab.get().status).toBe("reconnecting");
  expect(fake.stream.closed).toBe(true);
  fake.record(labEvent(2));
  await vi.advanceTimersByTimeAsync(1000);
  expect(fake.streams).toHaveLength(2);
  expect(fake.stream.url).toContain("after=2");
  fake.stream.open();
  fake.stream.push(labEvent(2), labEvent(3));
  await settle();
  expect(lab.get().status).toBe("live");
  expect(seqs()).toEqual([1, 2, 3]);
});

test("a backend that stays away is down, and is found again when it returns", async () => {
  await live();
  fake.failure = { status: 502, error: "backend_unreachable" };
  fake.stream.fail();
  await vi.advanceTimersByTimeAsync(5000);
  expect(lab.get().status).toBe("down");
  expect(lab.get().problem?.code).toBe("backend_down");
  fake.failure = null;
  await vi.advanceTimersByTimeAsync(16_000);
  fake.stream.open();
  expect(lab.get().status).toBe("live");
  expect(lab.get().problem).toBeNull();
});

test("attempts slow down: at most one in 11 s once the lab is down", async () => {
  fake.failure = "network";
  lab.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lab.get().problem?.code).toBe("unreachable");
  fake.calls = [];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fake.calls.length).toBeGreaterThan(2);
  expect(fake.calls.length).toBeLessThan(7);
});

test("a lab that is gone becomes a new one, and nothing of the old is mixed in", async () => {
  await live();
  fake.stream.push(labEvent(1), labEvent(2));
  await settle();
  fake.failure = { status: 404, error: "unknown_lab" };
  fake.stream.fail();
  await vi.advanceTimersByTimeAsync(600);
  fake.failure = null;
  fake.id = "lab-2";
  fake.events = [labEvent(1, { name: "lab.created" })];
  await vi.advanceTimersByTimeAsync(5000);
  expect(lab.get().labId).toBe("lab-2");
  expect(lab.get().log.events.map((event) => event.name)).toEqual(["lab.created"]);
});

test("a reset drops what came before it: its numbers would be misread", async () => {
  await live();
  fake.stream.push(labEvent(1), labEvent(2), labEvent(3, { name: "lab.reset" }), labEvent(4));
  await settle();
  expect(seqs()).toEqual([3, 4]);
});

test("the log is bounded to 500 events", async () => {
  await live();
  for (let seq = 1; seq <= 620; seq += 1) fake.stream.push(labEvent(seq));
  await settle();
  expect(lab.get().log.events).toHaveLength(500);
  expect(lab.get().log.lastSeq).toBe(620);
  expect(lab.get().log.truncated).toBe(true);
});

test("a refusal leaves the lab live and says when to try again", async () => {
  await live();
  fake.failure = { status: 429, error: "rate_limited", retryAfter: "3" };
  expect(await lab.advance(60)).toBe(false);
  expect(lab.get().problem).toMatchObject({ code: "rate_limited", retryAfterSeconds: 3 });
  fake.failure = null;
  await settle();
  expect(lab.get().status).toBe("live");
});

test("what just changed comes with the call that did it", async () => {
  await live();
  expect(await lab.advance(900)).toBe(true);
  expect(lab.get().change).toMatchObject({
    text: "The lab's clock moved 15 min forward.",
    call: { method: "POST", path: "/mock-backend/lab/clock", body: { advance: 900 } },
  });
});

test("a variant shows as chosen at once, and goes back when the choice is refused", async () => {
  await live();
  fake.failure = { status: 400, error: "invalid_variant" };
  const choice = lab.chooseVariant("credentials-provider", { name: "checked", summary: "" });
  expect(lab.get().variants).toEqual({ "credentials-provider": "checked" });
  expect(await choice).toBe(false);
  expect(lab.get().variants).toEqual({});
  expect(lab.get().problem).toMatchObject({ code: "refused", reason: "invalid_variant" });
});

const chosen = (seq: number, variant: string) =>
  labEvent(seq, { name: "variant.changed", detail: { lesson: "refresh-rotation", variant } });

test("an event of a choice that comes before the choice's cookie shows the choice, once the cookie is there", async () => {
  fake.variants = { "refresh-rotation": "in-proxy" };
  await live();
  fake.stream.push(chosen(1, "in-callback"));
  await settle();
  expect(lab.get().variants).toEqual({ "refresh-rotation": "in-proxy" });
  fake.variants = { "refresh-rotation": "in-callback" };
  await vi.advanceTimersByTimeAsync(250);
  expect(lab.get().variants).toEqual({ "refresh-rotation": "in-callback" });
  const asked = fake.callsTo("GET /api/lab");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fake.callsTo("GET /api/lab")).toBe(asked);
});

test("a choice of somebody without this browser's cookie is asked about four times, and changes nothing here", async () => {
  fake.variants = { "refresh-rotation": "in-proxy" };
  await live();
  fake.calls = [];
  fake.stream.push(chosen(1, "in-callback"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fake.calls.filter((call) => call === "GET /api/lab")).toHaveLength(4);
  expect(lab.get().variants).toEqual({ "refresh-rotation": "in-proxy" });
});

test("an old choice's late answer does not take the place of the choice after it", async () => {
  fake.variants = { "refresh-rotation": "in-callback" };
  await live();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  fake.delays.set("/api/lab", held);
  fake.stream.push(chosen(1, "in-callback"));
  await settle();
  fake.delays.clear();
  fake.variants = { "refresh-rotation": "token-store" };
  fake.stream.push(chosen(2, "token-store"));
  await settle();
  answer();
  await settle();
  expect(lab.get().variants).toEqual({ "refresh-rotation": "token-store" });
});

test("with its cookies cleared, a press is carried out in a new lab, once, and that is said", async () => {
  await live();
  fake.stream.push(labEvent(1), labEvent(2));
  await settle();
  fake.nextId = "lab-2";
  expect(await lab.advance(900)).toBe(true);
  expect(lab.get()).toMatchObject({ labId: "lab-2", notice: "another", problem: null });
  expect(lab.get().change?.text).toBe("The lab's clock moved 15 min forward.");
  await settle();
  expect(lab.get().log.events.map(({ name }) => name)).toEqual(["lab.created"]);
  expect(fake.callsTo("POST /api/lab")).toBe(2);
  expect(fake.callsTo("POST /mock-backend/lab/clock")).toBe(2);
});

test("presses and a look at the state that all find the lab gone ask for one new lab", async () => {
  await live();
  fake.nextId = "lab-2";
  fake.stream.push(labEvent(1));
  const pressed = Promise.all([lab.advance(60), lab.advance(120)]);
  await settle();
  expect(await pressed).toEqual([true, true]);
  expect(fake.callsTo("POST /api/lab")).toBe(2);
});

test("a browser that was given another lab meanwhile follows that one, and says so", async () => {
  await live();
  // The app made a lab for a sign-in without the lab's cookie.
  fake.id = "lab-2";
  fake.events = [labEvent(1, { name: "lab.created" })];
  fake.stream.push(labEvent(1));
  await settle();
  await settle();
  expect(lab.get()).toMatchObject({ labId: "lab-2", notice: "another" });
  expect(lab.get().log.events.map(({ name }) => name)).toEqual(["lab.created"]);
  expect(lab.get().state?.id).toBe("lab-2");
});

test("why the last lab ended is said until it was read, and the site is told that it was", async () => {
  fake.notice = "idle";
  await live();
  expect(lab.get().notice).toBe("idle");
  await lab.renew();
  expect(lab.get().notice).toBe("idle");
  await lab.dismissNotice();
  expect(lab.get().notice).toBeNull();
  expect(fake.callsTo("DELETE /api/lab/notice")).toBe(1);
  await lab.renew();
  expect(lab.get().notice).toBeNull();
});

test("a browser that keeps no cookie at all is not asked again and again", async () => {
  await live();
  fake.failure = { status: 400, error: "lab_required" };
  expect(await lab.advance(60)).toBe(false);
  fake.calls = [];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fake.calls.length).toBeLessThan(20);
  expect(lab.get().status).toBe("down");
});

test("stopping closes the stream and asks for nothing more", async () => {
  await live();
  lab.stop();
  expect(fake.stream.closed).toBe(true);
  fake.calls = [];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fake.calls).toEqual([]);
});
