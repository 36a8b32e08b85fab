import { expect, test, vi } from "vitest";
import type { RefreshPiece } from "./pieces";
import { SessionEnded } from "./session-ended";
import { requireAlive } from "./sign-out";

vi.mock("@/lib/lab/record");

const refresh: RefreshPiece = { jwt: async (token) => token };

test("a session that has been ended is nobody", async () => {
  const piece = { isAlive: async () => false };
  await expect(requireAlive(piece, refresh, {})).rejects.toThrow(SessionEnded);
});

test("a session that carries an error is left to the page, which can say why it is over", async () => {
  const isAlive = vi.fn(async () => false);
  await requireAlive({ isAlive }, refresh, { error: "RefreshTokenError" });
  expect(isAlive).not.toHaveBeenCalled();
});
