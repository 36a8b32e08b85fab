import { randomUUID } from "node:crypto";
import type { SignOutPiece } from "@/content/study/pieces";
import { BackendError } from "@/lib/backend/errors";
import { sharedStore } from "@/lib/backend/shared-store";
import { revokeTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";

// #region list
type SignedIn = { userId: string; refreshToken: string; since: number };

/** Every sign-in that has not ended, by the id in its cookie. */
const signedIn = sharedStore<SignedIn>("signed-in");

/** Refresh tokens of ended sessions, of which the backend has not heard yet. */
const unheard = sharedStore<{ refreshToken: string }>("unheard-revocations");
// #endregion list

export const sessionList: SignOutPiece = {
  // #region begin
  async begin(token) {
    // This sign-in has just shown that the backend answers.
    await tellBackend();
    const { sub, refreshToken } = token;
    if (!sub || !refreshToken) return token;
    const sessionId = randomUUID();
    await signedIn.set(sessionId, { userId: sub, refreshToken, since: now() });
    return { ...token, sessionId };
  },
  // #endregion begin

  // #region is-alive
  /** The app's own list decides, and nobody else is asked. A cookie without an id is none of ours. */
  async isAlive({ sessionId }) {
    return sessionId !== undefined && (await signedIn.get(sessionId)) !== undefined;
  },
  // #endregion is-alive

  // #region sign-out
  async signOut({ sessionId }) {
    if (sessionId !== undefined) await end([sessionId]);
  },

  async signOutEverywhere({ sub }) {
    await end(await idsOf(sub));
  },

  async sessions({ sub, sessionId }) {
    const own = new Set(await idsOf(sub));
    return (await signedIn.entries())
      .filter(([id]) => own.has(id))
      .map(([id, { since }]) => ({ since, current: id === sessionId }));
  },
  // #endregion sign-out
};

async function idsOf(userId: string | undefined): Promise<string[]> {
  const entries = await signedIn.entries();
  return entries.filter(([, session]) => session.userId === userId).map(([id]) => id);
}

// #region end
/** Ends sessions here, at once and whatever the backend does. Then the backend is told. */
async function end(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const session = await signedIn.get(id);
    if (session === undefined) continue;
    await unheard.set(id, { refreshToken: session.refreshToken });
    await signedIn.delete(id);
  }
  await tellBackend();
}

/** Revokes what is still to be revoked. What the backend cannot hear now stays on the list for the next time. */
async function tellBackend(): Promise<void> {
  for (const [id, { refreshToken }] of await unheard.entries()) {
    try {
      await revokeTokens(refreshToken);
    } catch (error) {
      if (error instanceof BackendError && error.code === "unavailable") return;
      if (!(error instanceof BackendError)) throw error;
    }
    await unheard.delete(id);
  }
}
// #endregion end
