import type { JWT } from "next-auth/jwt";
import { type BackendCall, currentLab, currentSender, runInLab } from "@/lib/lab/server/context";
import { note, record } from "@/lib/lab/server/record";
import type { RefreshPiece, SignOutPiece } from "./pieces";
import { SessionEnded } from "./session-ended";
import { withTokens } from "./session-tokens";

/**
 * Asks the variant whether a session that is being read has been ended.
 *
 * @throws SessionEnded when it has
 */
export async function requireAlive(piece: SignOutPiece, refresh: RefreshPiece, token: JWT): Promise<void> {
  if (piece.isAlive === undefined || (await piece.isAlive(await withTokens(refresh, token)))) return;
  const surface = currentLab()?.surface ?? "server-component";
  const text = "This session has been ended: NextAuth answers nobody.";
  await record(note("session.ended", "refused", { code: surface, text, ...(await keptFor(refresh, token)) }));
  throw new SessionEnded();
}

/** The refresh came before the question, so a store may hold new tokens of a session that is nobody's any more. */
async function keptFor(refresh: RefreshPiece, token: JWT) {
  if (currentSender() !== "browser") return {};
  const { accessToken = null, refreshToken = null } = (await refresh.tokens?.(token)) ?? {};
  return { holds: { holder: "next" as const, accessToken, refreshToken } };
}

/** NextAuth's `events.signOut`: the variant's own, and then the store of a variant that keeps the tokens in one. */
export async function endSession(piece: SignOutPiece, refresh: RefreshPiece, token: JWT): Promise<void> {
  const work = piece.signOut;
  if (work === undefined) return;
  try {
    await watched(() => work.call(piece, token));
  } finally {
    // A store of tokens forgets the session here, whatever the backend has answered there.
    await refresh.signOut?.(token);
  }
}

const REVOCATION_PATH = "/v1/auth/logout";

/** Runs a sign-out, and records when the backend did not confirm it. Only 204 is the endpoint's own yes. */
export async function watched(work: () => Promise<void>): Promise<void> {
  const lab = currentLab();
  const calls: BackendCall[] = [];
  try {
    await (lab === null ? work() : runInLab({ ...lab, calls }, work));
  } finally {
    if (calls.some(({ path, status }) => path === REVOCATION_PATH && status !== 204)) {
      const text = "The backend did not confirm this sign-out: it may not have heard of it.";
      await record(note("revocation.unheard", "failed", { text }));
    }
  }
}
