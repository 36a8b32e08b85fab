import { expect, test } from "vitest";
import { FREE_ATTEMPTS } from "../../domain/login-limit.ts";
import { MAX_ADDRESSES, MemoryLogins } from "./logins.ts";

const NOW = 1_800_000_000_000;
const fail = async (logins: MemoryLogins, email: string) => {
  const { waitMs } = await logins.begin(email, NOW);
  if (waitMs === 0) await logins.settle(email, false, NOW);
  return waitMs;
};

test("a lock is not forgotten for any number of other addresses that somebody tries", async () => {
  const logins = new MemoryLogins();
  for (let attempt = 1; attempt <= FREE_ATTEMPTS; attempt += 1) await fail(logins, "ada@example.com");
  for (let index = 0; index < 3 * MAX_ADDRESSES; index += 1) await fail(logins, `${index}@example.com`);
  expect(await fail(logins, "ada@example.com")).toBeGreaterThan(0);
});

test("four wrong passwords are not forgotten either: the fifth locks", async () => {
  const logins = new MemoryLogins();
  for (let attempt = 1; attempt < FREE_ATTEMPTS; attempt += 1) await fail(logins, "ada@example.com");
  for (let index = 0; index < 3 * MAX_ADDRESSES; index += 1) await fail(logins, `${index}@example.com`);
  expect(await fail(logins, "ada@example.com")).toBe(0);
  expect(await fail(logins, "ada@example.com")).toBeGreaterThan(0);
});

test("an address with an attempt in flight is kept, and a released attempt leaves nothing", async () => {
  const logins = new MemoryLogins();
  for (let round = 0; round < 20; round += 1) {
    expect(await logins.begin("ada@example.com", NOW)).toEqual({ waitMs: 0 });
    await logins.release("ada@example.com");
  }
  for (let round = 0; round < FREE_ATTEMPTS; round += 1) await logins.begin("ada@example.com", NOW);
  for (let index = 0; index < 2 * MAX_ADDRESSES; index += 1) await fail(logins, `${index}@example.com`);
  expect((await logins.begin("ada@example.com", NOW)).waitMs).toBeGreaterThan(0);
});

test("the address whose failures were settled longest ago makes room", async () => {
  const logins = new MemoryLogins();
  for (let index = 0; index <= MAX_ADDRESSES; index += 1) {
    for (let attempt = 1; attempt < FREE_ATTEMPTS; attempt += 1) await fail(logins, `${index}@example.com`);
  }
  await fail(logins, "1@example.com");
  expect(await fail(logins, "1@example.com")).toBeGreaterThan(0);
  await fail(logins, "0@example.com");
  expect(await fail(logins, "0@example.com")).toBe(0);
});
