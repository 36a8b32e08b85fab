import { expect, test, vi } from "vitest";
import { revokesAndAsks } from "@/content/lessons/signing-out/variants/revokes-and-asks";
import { BackendError } from "@/lib/backend/errors";
import type { RefreshPiece } from "./pieces";
import { endSession, requireAlive, SessionEnded } from "./sign-out";

const inCookie: RefreshPiece = { jwt: async (token) => token };
const over = { name: "Ada", error: "RefreshTokenError" } as const;

test("a session that has been ended is nobody", async () => {
  const piece = { isAlive: async () => false };
  await expect(requireAlive(piece, inCookie, {})).rejects.toBeInstanceOf(SessionEnded);
});

test("a session that was struck off is over, although it carries an error as well", async () => {
  const piece = { isAlive: async () => false };
  await expect(requireAlive(piece, inCookie, over)).rejects.toBeInstanceOf(SessionEnded);
});

test("a session that the backend refused to refresh is left to the page, whose error can say why", async () => {
  await expect(requireAlive(revokesAndAsks, inCookie, over)).resolves.toBeUndefined();
});

test("a store of tokens forgets the session although the backend did not hear of the sign-out", async () => {
  const forget = vi.fn(async () => {});
  const signOut = async () => {
    throw new BackendError("unavailable");
  };
  await expect(endSession({ signOut }, { ...inCookie, signOut: forget }, {})).rejects.toThrow();
  expect(forget).toHaveBeenCalledTimes(1);
});
