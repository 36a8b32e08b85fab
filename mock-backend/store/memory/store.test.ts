import { expect, test } from "vitest";
import { cheapPasswords } from "../../fixtures/cheap-passwords.ts";
import type { LabStore } from "../store.ts";
import { NoRoom } from "../store.ts";
import { createMemoryStore } from "./store.ts";

const { seedHashes: hashes } = cheapPasswords;
const TWO_HOURS_MS = 2 * 60 * 60 * 1000;

test("a lab idles out after two hours, counted from its last use", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, realNow: () => realTime });
  await store.create("one");
  realTime += TWO_HOURS_MS - 1;
  expect(await store.find("one")).toBeDefined();
  realTime += TWO_HOURS_MS - 1;
  expect(await store.find("one")).toBeDefined();
  realTime += TWO_HOURS_MS + 1;
  expect(await store.find("one")).toBeUndefined();
});

test("idle labs are swept when another is made, and their streams are told", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, realNow: () => realTime });
  const lab = await store.create("one");
  const news: string[] = [];
  lab.events.subscribe((what) => news.push(what));
  realTime += TWO_HOURS_MS + 1;
  await store.create("two");
  expect(store.size).toBe(1);
  expect(news).toEqual(["closed"]);
  expect(lab.events.followers).toBe(0);
});

test("the least recently used lab makes room when there are too many", async () => {
  const store = createMemoryStore({ hashes, maxLabs: 3 });
  for (const id of ["one", "two", "three"]) await store.create(id);
  await store.find("one");
  await store.create("four");
  expect(store.size).toBe(3);
  expect(store.has("one")).toBe(true);
  expect(store.has("two")).toBe(false);
});

test("by default ten thousand labs stay, and one more makes the oldest go", async () => {
  const store = createMemoryStore({ hashes });
  for (let n = 1; n <= 10_000; n += 1) await store.create(`lab ${n}`);
  expect([store.size, store.has("lab 1")]).toEqual([10_000, true]);
  await store.create("one more");
  expect([store.size, store.has("lab 1"), store.has("lab 2")]).toEqual([10_000, false, true]);
});

test("looking whether a lab is there does not keep it", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, realNow: () => realTime });
  await store.create("one");
  realTime += TWO_HOURS_MS - 1;
  expect(store.has("one")).toBe(true);
  realTime += 2;
  expect(store.has("one")).toBe(false);
});

const note = (letters: number) => ({
  type: "note" as const,
  from: "next" as const,
  to: "next" as const,
  name: "n",
  outcome: "info" as const,
  detail: { text: "x".repeat(letters) },
});
/** So many events of about 4 KB. */
const fill = (lab: LabStore, events: number) => {
  for (let count = 0; count < events; count += 1) lab.events.append(note(4000));
};
let signIns = 0;
const signIn = (lab: LabStore, idleTtlSeconds = 600) => {
  signIns += 1;
  const token = { hash: `token ${signIns}`, familyHash: undefined };
  const grant = { userId: "user-ada", clientId: "c", token, idleTtlSeconds, absoluteTtlSeconds: 6000 };
  return lab.families.open({ ...grant, now: Date.now() });
};

test("where there are too many, a lab goes that nobody follows and nobody is signed in to", async () => {
  const store = createMemoryStore({ hashes, maxLabs: 3 });
  const followed = await store.create("followed");
  const stop = followed.events.subscribe(() => {});
  await signIn(await store.create("signed in"));
  for (let newcomer = 1; newcomer <= 50; newcomer += 1) await store.create(`newcomer ${newcomer}`);
  expect([store.has("followed"), store.has("signed in"), store.has("newcomer 50")]).toEqual([
    true,
    true,
    true,
  ]);
  expect(store.size).toBe(3);
  stop();
  await store.find("newcomer 50");
  await store.create("one more");
  expect(store.has("followed")).toBe(false);
});

test("where all are in use a newcomer is refused, and nothing goes for it", async () => {
  const store = createMemoryStore({ hashes, maxLabs: 2 });
  await signIn(await store.create("one"));
  const two = await store.create("two");
  await signIn(two);
  await expect(store.create("three")).rejects.toThrow(NoRoom);
  expect([store.has("one"), store.has("two"), store.has("three")]).toEqual([true, true, false]);
  await two.suspend("user-ada", true);
  await store.create("three");
  expect([store.has("one"), store.has("two"), store.has("three")]).toEqual([true, false, true]);
});

test("a sign-in that has expired keeps no lab", async () => {
  const store = createMemoryStore({ hashes, maxLabs: 1 });
  const lab = await store.create("one");
  await signIn(lab);
  await lab.advanceClock(601);
  await store.create("two");
  expect(store.has("one")).toBe(false);
});

/** What a lab has that cannot get shorter: streams, 64 KB each. */
const follow = (lab: LabStore, streams: number) => {
  for (let count = 0; count < streams; count += 1) lab.events.subscribe(() => {});
};

test("the last eighth of the bytes is for labs that are there to grow: a newcomer is refused before", async () => {
  const store = createMemoryStore({ hashes, maxBytes: 800_000 });
  const lab = await store.create("one");
  follow(lab, 10);
  while (store.bytes < 696_000) fill(lab, 1);
  await expect(store.create("newcomer")).rejects.toThrow(NoRoom);
  while (store.bytes < 795_000) fill(lab, 1);
  expect(store.has("one")).toBe(true);
});

test("a newcomer that could not fit even then costs no unused lab its place", async () => {
  const store = createMemoryStore({ hashes, maxBytes: 800_000 });
  await store.create("unused");
  follow(await store.create("used"), 11);
  await expect(store.create("newcomer")).rejects.toThrow(NoRoom);
  expect(store.has("unused")).toBe(true);
});

test("newcomers make the long timelines of labs in use shorter, and leave each what it needs", async () => {
  const store = createMemoryStore({ hashes, maxBytes: 800_000 });
  const lab = await store.create("long");
  await signIn(lab);
  fill(lab, 180);
  for (let newcomer = 1; newcomer <= 60; newcomer += 1) await signIn(await store.create(`${newcomer}`));
  expect(store.size).toBe(61);
  expect(lab.events.page(0, 1000).events.length).toBeGreaterThanOrEqual(8);
});

test("a lab that grows beyond the bound takes the place of unused ones, the least recently used first", async () => {
  const store = createMemoryStore({ hashes, maxBytes: 1_000_000 });
  for (const id of ["one", "two", "three"]) fill(await store.create(id), 60);
  await store.find("one");
  const grower = await store.create("grower");
  fill(grower, 60);
  expect(["one", "two", "three", "grower"].map((id) => store.has(id))).toEqual([true, false, true, true]);
  expect(grower.events.page(0, 1).firstSeq).toBe(1);
});

test("where labs in use grow beyond the bound, the timeline of the heaviest gets shorter and all of them stay", async () => {
  const store = createMemoryStore({ hashes, maxBytes: 1_000_000 });
  const [heavy, light] = [await store.create("heavy"), await store.create("light")];
  for (const lab of [heavy, light]) await signIn(lab);
  fill(light, 10);
  fill(heavy, 200);
  expect(heavy.events.page(0, 1).firstSeq).toBe(1);
  fill(light, 40);
  expect(heavy.events.page(0, 1).firstSeq).toBeGreaterThan(50);
  expect(light.events.page(0, 1).firstSeq).toBe(1);
  expect(store.size).toBe(2);
  expect(store.bytes).toBeLessThanOrEqual(1_000_000);
});

test("a lab in use that takes most and has no timeline to give goes as a whole, with its streams", async () => {
  const store = createMemoryStore({ hashes, maxBytes: 1_000_000 });
  const [greedy, light] = [await store.create("greedy"), await store.create("light")];
  await signIn(light);
  fill(light, 20);
  const news: string[] = [];
  for (let stream = 0; stream < 20; stream += 1) greedy.events.subscribe((what) => news.push(what));
  expect([store.has("greedy"), store.has("light")]).toEqual([false, true]);
  expect(new Set(news)).toEqual(new Set(["closed"]));
  expect(greedy.events.followers).toBeLessThan(20);
  expect(store.whyGone("greedy")).toBe("made_room");
});

test("why a lab is gone is remembered, of the last ten thousand", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, maxLabs: 1, realNow: () => realTime });
  expect(store.whyGone("never was")).toBe("unknown");
  await store.create("first");
  await store.create("second");
  expect([store.whyGone("first"), store.whyGone("second")]).toEqual(["made_room", "unknown"]);
  realTime += TWO_HOURS_MS + 1;
  await store.create("third");
  expect(store.whyGone("second")).toBe("idle");
  realTime += TWO_HOURS_MS + 1;
  expect(await store.find("third")).toBeUndefined();
  expect(store.whyGone("third")).toBe("idle");
  for (let count = 1; count <= 9_999; count += 1) await store.create(`lab ${count}`);
  expect([store.whyGone("first"), store.whyGone("second")]).toEqual(["unknown", "idle"]);
});

test("a lab that idled out says so, also when it is room that is wanted", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, maxLabs: 2, realNow: () => realTime });
  await store.create("one");
  realTime += TWO_HOURS_MS - 1;
  await store.create("two");
  // The sweep of a moment ago has not seen that it is over.
  realTime += 2;
  await store.create("three");
  expect([store.whyGone("one"), store.has("two")]).toEqual(["idle", true]);
});
