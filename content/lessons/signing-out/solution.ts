import { randomUUID } from "node:crypto";
import type { SignOutPiece } from "@/content/study/pieces";
import { BackendError } from "@/lib/backend/errors";
import { sharedStore } from "@/lib/backend/shared-store";
import { revokeTokens } from "@/lib/backend/tokens";

/** One record a sign-in. An ended one stays until the backend has heard of it. */
type Session = { userId: string; refreshToken: string; ended: boolean };

const sessions = sharedStore<Session>("your-sessions");

export const yours: SignOutPiece = {
  async begin(token) {
    await tellBackend();
    const { sub, refreshToken } = token;
    if (!sub || !refreshToken) return token;
    const sessionId = randomUUID();
    await sessions.set(sessionId, { userId: sub, refreshToken, ended: false });
    return { ...token, sessionId };
  },

  async isAlive({ sessionId }) {
    const session = sessionId === undefined ? undefined : await sessions.get(sessionId);
    return session !== undefined && !session.ended;
  },

  async signOut({ sessionId }) {
    await endWhere((id) => id === sessionId);
  },

  async signOutEverywhere({ sub }) {
    await endWhere((_id, { userId }) => userId === sub);
  },
};

async function endWhere(isMeant: (id: string, session: Session) => boolean): Promise<void> {
  for (const [id, session] of await sessions.entries()) {
    if (isMeant(id, session)) await sessions.set(id, { ...session, ended: true });
  }
  await tellBackend();
}

async function tellBackend(): Promise<void> {
  for (const [id, { ended, refreshToken }] of await sessions.entries()) {
    if (!ended) continue;
    try {
      await revokeTokens(refreshToken);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      if (error.code === "unavailable") return;
    }
    await sessions.delete(id);
  }
}
