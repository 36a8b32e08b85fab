import { expect, test } from "vitest";
import { MAX_FAMILIES, MemoryFamilies } from "./families.ts";
import { MAX_LIVE, MAX_TOKENS, MAX_TOKENS_PER_FAMILY } from "./kept-families.ts";
import { MAX_LIVE_PER_FAMILY } from "./kept-family.ts";

const NOW = 1_800_000_000_000;
const policy = { graceSeconds: 0, rotation: true, reuseDetection: true };
const id = (hash: string, familyHash?: string) => ({ hash, familyHash });
const open = (families: MemoryFamilies, hash: string, familyHash?: string) =>
  families.open({
    userId: "u",
    clientId: "c",
    token: id(hash, familyHash),
    idleTtlSeconds: 60,
    absoluteTtlSeconds: 600,
    now: NOW,
  });
const rotate = (families: MemoryFamilies, hash: string, successorHash: string, familyHash?: string) =>
  families.refresh({
    presented: id(hash, familyHash),
    successorHash,
    sealedSuccessor: null,
    idleTtlSeconds: 60,
    policy,
    now: NOW,
  });

const rotatedOften = async (families: MemoryFamilies) => {
  await open(families, "t0", "f");
  for (let index = 0; index < MAX_TOKENS_PER_FAMILY + 50; index += 1) {
    expect((await rotate(families, `t${index}`, `t${index + 1}`, "f")).kind).toBe("rotated");
  }
};

test("a family remembers a bounded number of tokens, and knows a forgotten one by what its tokens share", async () => {
  const families = new MemoryFamilies(() => true);
  await rotatedOften(families);
  expect(families.findRefresh("t0")).toBeUndefined();
  expect(families.findFamily(id("t0", "f"))).toBe(1);
  expect(await rotate(families, "t0", "x", "another")).toMatchObject({ reason: "unknown", ended: undefined });
  expect(await rotate(families, "t0", "x")).toMatchObject({ reason: "unknown", ended: undefined });
  const last = `t${MAX_TOKENS_PER_FAMILY + 50}`;
  expect(await rotate(families, last, "y", "f")).toMatchObject({ kind: "rotated" });
  expect(await rotate(families, "t0", "z", "f")).toMatchObject({ reason: "reused", ended: { ordinal: 1 } });
  expect(await rotate(families, "y", "z", "f")).toMatchObject({ kind: "refused", reason: "revoked" });
});

test("without reuse detection a forgotten token is refused, and its family lives on", async () => {
  const families = new MemoryFamilies(() => true);
  await rotatedOften(families);
  const answer = await families.refresh({
    presented: id("t0", "f"),
    successorHash: "x",
    sealedSuccessor: null,
    idleTtlSeconds: 60,
    policy: { ...policy, reuseDetection: false },
    now: NOW,
  });
  expect(answer).toEqual({ kind: "refused", reason: "reused", ended: undefined });
});

test("a forgotten token ends its family on request", async () => {
  const families = new MemoryFamilies(() => true);
  await rotatedOften(families);
  expect(await families.revokeByToken(id("t0", "f"), "signed-out", NOW)).toMatchObject({ ordinal: 1 });
  expect((await families.view(NOW))[0]?.reason).toBe("signed-out");
});

const LIFE_MS = 60_000;
const issueAccess = async (families: MemoryFamilies, sid: string, count: number) => {
  for (let index = 0; index < count; index += 1) {
    const access = { hash: `a${index}`, jti: `j${index}`, issuedAt: NOW, expiresAt: NOW + LIFE_MS };
    await families.recordAccess(sid, access);
  }
};

test("an access token that a family no longer remembers lives on, and can still be refused by itself", async () => {
  const families = new MemoryFamilies(() => true);
  const sid = (await open(families, "t0"))?.issued.sid ?? "";
  await issueAccess(families, sid, MAX_TOKENS_PER_FAMILY + 1);
  expect(families.findAccess("j0", "a0")).toBeUndefined();
  expect(await families.honours(sid, "j0")).toBe(true);
  await families.denyAccess(sid, "j0");
  expect(await families.honours(sid, "j0")).toBe(false);
  expect(await families.honours(sid, "j1")).toBe(true);
  expect(await families.honours(sid, "never issued")).toBe(false);
  await families.revokeByToken(id("t0"), "signed-out", NOW);
  expect(await families.honours(sid, "j1")).toBe(false);
});

test("of more living access tokens than a family honours, the oldest is refused", async () => {
  const families = new MemoryFamilies(() => true);
  const sid = (await open(families, "t0"))?.issued.sid ?? "";
  await issueAccess(families, sid, MAX_LIVE_PER_FAMILY);
  expect(await families.honours(sid, "j0")).toBe(true);
  await families.recordAccess(sid, { hash: "x", jti: "x", issuedAt: NOW, expiresAt: NOW + LIFE_MS });
  expect(await families.honours(sid, "j0")).toBe(false);
  expect(await families.honours(sid, "j1")).toBe(true);
});

test("expired access tokens make room for living ones, however old these are", async () => {
  const families = new MemoryFamilies(() => true);
  const sid = (await open(families, "t0"))?.issued.sid ?? "";
  const later = NOW + 10 * LIFE_MS;
  await families.recordAccess(sid, { hash: "y", jti: "long", issuedAt: NOW, expiresAt: later + LIFE_MS });
  await issueAccess(families, sid, MAX_LIVE_PER_FAMILY - 100);
  for (let index = 0; index < MAX_LIVE_PER_FAMILY - 100; index += 1) {
    const access = { hash: `b${index}`, jti: `k${index}`, issuedAt: later, expiresAt: later + LIFE_MS };
    await families.recordAccess(sid, access);
  }
  expect(await families.honours(sid, "j0")).toBe(false);
  expect(await families.honours(sid, "k0")).toBe(true);
  expect(await families.honours(sid, "long")).toBe(true);
});

test("a lab remembers a bounded number of families: ended ones go first, and what is gone is refused", async () => {
  const families = new MemoryFamilies(() => true);
  const first = await open(families, "first");
  const second = await open(families, "second");
  await families.recordAccess(first?.issued.sid ?? "", {
    hash: "a",
    jti: "j",
    issuedAt: NOW,
    expiresAt: NOW + 1,
  });
  await families.revokeByToken(id("second"), "signed-out", NOW);
  for (let index = 2; index <= MAX_FAMILIES; index += 1) {
    expect((await open(families, `f${index}`))?.displaced).toBeUndefined();
  }
  expect(families.findRefresh("second")).toBeUndefined();
  expect(await families.honours(first?.issued.sid ?? "", "j")).toBe(true);
  expect((await open(families, "one more"))?.displaced).toMatchObject({ ordinal: 1, generation: 1 });
  expect(await families.honours(first?.issued.sid ?? "", "j")).toBe(false);
  expect(await rotate(families, "first", "x")).toMatchObject({ kind: "refused", reason: "unknown" });
  expect(second?.issued.family).toBe(2);
});

test("an expired family makes room before one that lives, and nobody is told", async () => {
  const families = new MemoryFamilies(() => true);
  await open(families, "lives");
  await open(families, "idle");
  const late = NOW + 61_000;
  await families.refresh({
    presented: id("lives"),
    successorHash: "lives on",
    sealedSuccessor: null,
    idleTtlSeconds: 120,
    policy,
    now: NOW + 30_000,
  });
  const openLate = (hash: string) =>
    families.open({
      userId: "u",
      clientId: "c",
      token: id(hash),
      idleTtlSeconds: 60,
      absoluteTtlSeconds: 600,
      now: late,
    });
  for (let index = 2; index <= MAX_FAMILIES; index += 1) await openLate(`f${index}`);
  expect(families.findRefresh("idle")).toBeUndefined();
  expect(families.findRefresh("lives on")).toMatchObject({ family: 1 });
});

test("over all sign-ins a lab remembers and honours a bounded number, and each still knows its newest two", async () => {
  const families = new MemoryFamilies(() => true);
  const sids: string[] = [];
  const signIns = 20;
  for (let family = 0; family < signIns; family += 1) {
    sids.push((await open(families, `${family} t0`, `f${family}`))?.issued.sid ?? "");
    for (let turn = 0; turn < MAX_TOKENS_PER_FAMILY - 1; turn += 1) {
      await rotate(families, `${family} t${turn}`, `${family} t${turn + 1}`, `f${family}`);
    }
  }
  const remembered = (family: number) =>
    Array.from({ length: MAX_TOKENS_PER_FAMILY }, (_, turn) => `${family} t${turn}`).filter(
      (hash) => families.findRefresh(hash) !== undefined,
    );
  const all = sids.map((_, family) => remembered(family));
  expect(all.flat().length).toBeLessThanOrEqual(MAX_TOKENS);
  for (const [family, hashes] of all.entries()) {
    const newest = [MAX_TOKENS_PER_FAMILY - 2, MAX_TOKENS_PER_FAMILY - 1].map((turn) => `${family} t${turn}`);
    expect(hashes).toEqual(expect.arrayContaining(newest));
    expect(families.findFamily(id("long gone", `f${family}`))).toBe(family + 1);
  }
});

test("of more living access tokens than a lab honours, the sign-in with the most loses its oldest", async () => {
  const families = new MemoryFamilies(() => true);
  const few = (await open(families, "few"))?.issued.sid ?? "";
  await families.recordAccess(few, { hash: "h", jti: "few", issuedAt: NOW, expiresAt: NOW + LIFE_MS });
  const many: string[] = [];
  for (let family = 0; family < MAX_LIVE / MAX_LIVE_PER_FAMILY; family += 1) {
    many.push((await open(families, `many ${family}`))?.issued.sid ?? "");
    await issueAccess(families, many.at(-1) ?? "", MAX_LIVE_PER_FAMILY);
  }
  expect(await families.honours(few, "few")).toBe(true);
  const oldest = await Promise.all(many.map((sid) => families.honours(sid, "j0")));
  expect(oldest.filter((honoured) => !honoured)).toHaveLength(1);
});
