import type { JWT } from "next-auth/jwt";
import type { RefreshPiece, SignOutPiece } from "./pieces";
import { withTokens } from "./session-tokens";

/** Thrown in the `jwt` callback, where NextAuth answers a throw with nobody, and clears the cookie where it can. */
export class SessionEnded extends Error {
  override readonly name = "SessionEnded";
}

/**
 * Asks whether a session that is being read has been ended.
 *
 * @throws SessionEnded when it has
 */
export async function requireAlive(piece: SignOutPiece, refresh: RefreshPiece, token: JWT): Promise<void> {
  if (piece.isAlive === undefined || (await piece.isAlive(await withTokens(refresh, token)))) return;
  throw new SessionEnded();
}

/** NextAuth's `events.signOut`: the sign-out itself, and then the store of a strategy that keeps the tokens in one. */
export async function endSession(piece: SignOutPiece, refresh: RefreshPiece, token: JWT): Promise<void> {
  if (piece.signOut === undefined) return;
  try {
    await piece.signOut(token);
  } finally {
    // A store of tokens forgets the session here, whatever the backend has answered there.
    await refresh.signOut?.(token);
  }
}
