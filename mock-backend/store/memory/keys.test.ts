import { expect, test } from "vitest";
import { newSigningKey } from "../../domain/keys.ts";
import { MemoryKeys } from "./keys.ts";

const NOW = 1_800_000_000_000;

test("the first key is made once, however many ask for it at the same time", async () => {
  const keys = new MemoryKeys();
  const [one, two, [published]] = await Promise.all([
    keys.forSigning(NOW),
    keys.forSigning(NOW + 1),
    keys.published(NOW),
  ]);
  expect(new Set([one.kid, two.kid, published?.kid]).size).toBe(1);
  expect(one.lastTokenExpiresAt).toBe(NOW + 1);
});

test("a rotation before the first key was made, or while it is, leaves one key that signs", async () => {
  const next = await newSigningKey();
  const before = new MemoryKeys();
  expect(await before.rotate(next, NOW)).toBe(true);
  const meanwhile = new MemoryKeys();
  const asked = meanwhile.forSigning(NOW);
  expect(await meanwhile.rotate(next, NOW)).toBe(true);
  expect((await asked).kid).toBe(next.kid);
  for (const keys of [before, meanwhile]) {
    expect((await keys.published(NOW)).map(({ kid }) => kid)).toEqual([next.kid]);
  }
});
