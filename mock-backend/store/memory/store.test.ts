import { expect, test } from "vitest";
import { cheapPasswords } from "../../fixtures/cheap-passwords.ts";
import { createMemoryStore, LAB_IDLE_MS, MAX_LABS } from "./store.ts";

const { seedHashes: hashes } = cheapPasswords;

test("a lab idles out after two hours, counted from its last use", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, realNow: () => realTime });
  await store.create("one");
  realTime += LAB_IDLE_MS - 1;
  expect(await store.find("one")).toBeDefined();
  realTime += LAB_IDLE_MS - 1;
  expect(await store.find("one")).toBeDefined();
  realTime += LAB_IDLE_MS + 1;
  expect(await store.find("one")).toBeUndefined();
  expect(LAB_IDLE_MS).toBe(7_200_000);
});

test("idle labs are swept when another is made, and their streams are told", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, realNow: () => realTime });
  const lab = await store.create("one");
  const news: string[] = [];
  lab.events.subscribe((what) => news.push(what));
  realTime += LAB_IDLE_MS + 1;
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

test("ten thousand labs are the most by default", async () => {
  expect(MAX_LABS).toBe(10_000);
});

test("looking whether a lab is there does not keep it", async () => {
  let realTime = 1_800_000_000_000;
  const store = createMemoryStore({ hashes, realNow: () => realTime });
  await store.create("one");
  realTime += LAB_IDLE_MS - 1;
  expect(store.has("one")).toBe(true);
  realTime += 2;
  expect(store.has("one")).toBe(false);
});
