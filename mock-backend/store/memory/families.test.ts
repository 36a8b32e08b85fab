import { expect, test } from "vitest";
import { MAX_FAMILIES, MAX_TOKENS_PER_FAMILY, MemoryFamilies } from "./families.ts";

const NOW = 1_800_000_000_000;
const policy = { graceSeconds: 0, rotation: true, reuseDetection: true };
const open = (families: MemoryFamilies, hash: string) =>
  families.open({ userId: "u", clientId: "c", hash, idleTtlSeconds: 60, absoluteTtlSeconds: 600, now: NOW });
const rotate = (families: MemoryFamilies, presentedHash: string, successorHash: string) =>
  families.refresh({
    presentedHash,
    successorHash,
    sealedSuccessor: null,
    idleTtlSeconds: 60,
    policy,
    now: NOW,
  });

test("a family remembers a bounded number of tokens; a forgotten one is unknown and ends nothing", async () => {
  const families = new MemoryFamilies(() => true);
  await open(families, "t0");
  for (let index = 0; index < MAX_TOKENS_PER_FAMILY + 50; index += 1) {
    expect((await rotate(families, `t${index}`, `t${index + 1}`)).kind).toBe("rotated");
  }
  expect(await rotate(families, "t0", "x")).toMatchObject({ kind: "refused", reason: "unknown" });
  expect(await rotate(families, `t${MAX_TOKENS_PER_FAMILY + 50}`, "y")).toMatchObject({ kind: "rotated" });
  expect(await rotate(families, `t${MAX_TOKENS_PER_FAMILY}`, "z")).toMatchObject({
    kind: "refused",
    reason: "reused",
  });
});

test("an access token that a family no longer remembers is refused", async () => {
  const families = new MemoryFamilies(() => true);
  const family = await open(families, "t0");
  const sid = family?.sid ?? "";
  for (let index = 0; index <= MAX_TOKENS_PER_FAMILY; index += 1) {
    await families.recordAccess(sid, {
      hash: `a${index}`,
      jti: `j${index}`,
      issuedAt: NOW,
      expiresAt: NOW + 1,
    });
  }
  expect(await families.honours(sid, "j0")).toBe(false);
  expect(await families.honours(sid, `j${MAX_TOKENS_PER_FAMILY}`)).toBe(true);
});

test("a lab remembers a bounded number of families: ended ones go first, and what is gone is refused", async () => {
  const families = new MemoryFamilies(() => true);
  const first = await open(families, "first");
  const second = await open(families, "second");
  await families.recordAccess(first?.sid ?? "", { hash: "a", jti: "j", issuedAt: NOW, expiresAt: NOW + 1 });
  await families.revokeByToken("second", "signed-out", NOW);
  for (let index = 2; index <= MAX_FAMILIES; index += 1) await open(families, `f${index}`);
  expect(families.findRefresh("second")).toBeUndefined();
  expect(await families.honours(first?.sid ?? "", "j")).toBe(true);
  await open(families, "one more");
  expect(await families.honours(first?.sid ?? "", "j")).toBe(false);
  expect(await rotate(families, "first", "x")).toMatchObject({ kind: "refused", reason: "unknown" });
  expect(second?.family).toBe(2);
});
