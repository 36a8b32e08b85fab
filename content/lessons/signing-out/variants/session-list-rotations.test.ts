import type { JWT } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { revokeTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { sessionList } from "./session-list";

vi.mock("@/lib/backend/tokens");
vi.mock("next/server", () => ({ after: () => {} }));

/** More than any backend remembers spent tokens for. */
const ROTATIONS = 206;

/** A backend that knows a sign-in by its current refresh token only, and answers an unknown one with yes (RFC 7009 §2.2). */
const alive = new Set<string>();

beforeEach(() => {
  alive.clear();
  vi.mocked(revokeTokens).mockImplementation(async (token) => void alive.delete(token));
});

/** Signs in, and reads the session after each of many rotations. @returns the cookie of the last one */
async function usedForLong(sub: string): Promise<JWT> {
  const tokens = (count: number) => ({
    accessExpiresAt: now() + count * 900,
    refreshToken: `R${count} of ${sub}`,
  });
  let session = (await sessionList.begin?.({ sub, ...tokens(1) })) ?? {};
  for (let count = 2; count <= ROTATIONS; count += 1) {
    session = { ...session, ...tokens(count) };
    expect(await sessionList.isAlive?.(session)).toBe(true);
  }
  alive.add(session.refreshToken ?? "");
  return session;
}

test("after 205 rotations a sign-out ends the session at the backend", async () => {
  await sessionList.signOut?.(await usedForLong("user-one"));
  expect([...alive]).toEqual([]);
});

test("after 205 rotations “everywhere” ends the other browser's session, too", async () => {
  await usedForLong("user-two");
  const here = await sessionList.begin?.({
    sub: "user-two",
    accessExpiresAt: now() + 900,
    refreshToken: "R1",
  });
  await sessionList.signOutEverywhere?.(here ?? {});
  expect([...alive]).toEqual([]);
});

test("the cookie of a sign-out may hold a newer token than any reading saw", async () => {
  const session = await usedForLong("user-three");
  alive.clear();
  alive.add("R207");
  await sessionList.signOut?.({
    ...session,
    refreshToken: "R207",
    accessExpiresAt: now() + (ROTATIONS + 1) * 900,
  });
  expect([...alive]).toEqual([]);
});
