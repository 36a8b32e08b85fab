import { expect, test } from "vitest";
import { cheapPasswords } from "../../fixtures/cheap-passwords.ts";
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
