import { expect, test } from "vitest";
import { runInLab } from "@/lib/lab/server/context";
import { sharedStore } from "./shared-store";

const lab = (id: string) => ({ id, offsetSeconds: 0, surface: "route-handler" }) as const;

test("the same name is the same store, and another name is another", async () => {
  await sharedStore<{ n: number }>("one").set("key", { n: 1 });
  expect(await sharedStore("one").get("key")).toEqual({ n: 1 });
  expect(await sharedStore("two").get("key")).toBeUndefined();
});

test("each lab has its own", async () => {
  const store = sharedStore<{ n: number }>("labs");
  await runInLab(lab("a"), () => store.set("key", { n: 1 }));
  await runInLab(lab("b"), async () => {
    expect(await store.get("key")).toBeUndefined();
    expect(await store.entries()).toEqual([]);
  });
  await runInLab(lab("a"), async () => expect(await store.entries()).toEqual([["key", { n: 1 }]]));
});

test("a lab's store is bounded: whoever was not looked up for the longest goes first", async () => {
  const store = sharedStore<{ n: number }>("bounded");
  for (let n = 0; n < 201; n += 1) {
    await store.set(String(n), { n });
    await store.get("0");
  }
  expect(await store.entries()).toHaveLength(200);
  expect(await store.get("0")).toEqual({ n: 0 });
  expect(await store.get("1")).toBeUndefined();
});

test("changes of one value do not overwrite each other", async () => {
  const store = sharedStore<{ n: number }>("changed");
  const count = () => store.change("key", (known) => ({ n: (known?.n ?? 0) + 1 }));
  await Promise.all([count(), count(), count()]);
  expect(await store.get("key")).toEqual({ n: 3 });
});

test("a change may take the value away, and leaves nothing where nothing was", async () => {
  const store = sharedStore<{ n: number }>("taken");
  await store.set("key", { n: 1 });
  expect(await store.change("key", () => undefined)).toBeUndefined();
  expect(await store.change("key", (known) => known && { n: 2 })).toBeUndefined();
  expect(await store.entries()).toEqual([]);
});
