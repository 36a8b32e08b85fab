import { randomUUID } from "node:crypto";
import { after } from "next/server";
import type { JWT } from "next-auth/jwt";
import type { SignOutPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { revokeTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { sharedStore } from "@/lib/store/shared-store";

/** One record a sign-in. An ended one stays until the backend has confirmed that it has heard. */
type Session = {
  userId: string;
  /** The newest that came by. */
  refreshToken: string;
  accessExpiresAt: number;
  /** Seconds since the epoch. */
  endedAt?: number;
};

const sessions = sharedStore<Session>("your-sessions");
const turns = sharedStore<{ by: string; until: number }>("your-turn");

/** More than these are not kept for the backend, and none for longer than a refresh token can live. */
const MOST_OWED = 100;
const LONGEST_LIFE_SECONDS = 90 * 24 * 60 * 60;
const TURN_SECONDS = 60;

export const yours: SignOutPiece = {
  async begin(token) {
    after(tellBackend);
    const { sub, refreshToken, accessExpiresAt = 0 } = token;
    if (!sub || !refreshToken) return token;
    const sessionId = randomUUID();
    await sessions.set(sessionId, { userId: sub, refreshToken, accessExpiresAt });
    return { ...token, sessionId };
  },

  async isAlive(token) {
    const session = await newest(token);
    return session !== undefined && session.endedAt === undefined;
  },

  async signOut(token) {
    await newest(token);
    await endWhere((id) => id === token.sessionId);
  },

  async signOutEverywhere(token) {
    await newest(token);
    await endWhere((_id, { userId }) => userId === token.sub);
  },
};

/** Keeps a token that is newer than the one in the record. @returns the record */
async function newest({ sessionId, refreshToken, accessExpiresAt = 0 }: JWT) {
  if (sessionId === undefined) return undefined;
  return sessions.change(sessionId, (known) =>
    known && refreshToken && known.accessExpiresAt <= accessExpiresAt
      ? { ...known, refreshToken, accessExpiresAt }
      : known,
  );
}

async function endWhere(isMeant: (id: string, session: Session) => boolean): Promise<void> {
  const ended = (await sessions.entries()).filter(
    ([id, session]) => session.endedAt === undefined && isMeant(id, session),
  );
  for (const [id] of ended) {
    await sessions.change(id, (session) => session && { ...session, endedAt: now() });
  }
  for (const [id] of ended) if (!(await tell(id))) return;
}

/** @returns whether the backend has heard, or has nothing to hear */
async function tell(id: string): Promise<boolean> {
  const session = await sessions.get(id);
  if (session === undefined) return true;
  try {
    await revokeTokens(session.refreshToken);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return false;
  }
  await sessions.delete(id);
  return true;
}

/** One process at a time: a slow backend is not called by every sign-in. */
async function tellBackend(): Promise<void> {
  const turn = { by: randomUUID(), until: now() + TURN_SECONDS };
  const held = await turns.change("turn", (other) => (other && now() < other.until ? other : turn));
  if (held?.by !== turn.by) return;
  try {
    // One that fails does not hold up the others.
    for (const id of await owed()) await tell(id);
  } finally {
    await turns.delete("turn");
  }
}

/** Ids of what the backend has not heard of. What is too old or too much goes, and the log says so. */
async function owed(): Promise<string[]> {
  const ended = (await sessions.entries())
    .flatMap(([id, { endedAt }]) => (endedAt === undefined ? [] : [{ id, endedAt }]))
    .sort((one, other) => other.endedAt - one.endedAt);
  const kept = ended.filter(({ endedAt }) => now() - endedAt <= LONGEST_LIFE_SECONDS).slice(0, MOST_OWED);
  for (const { id } of ended) if (!kept.some((one) => one.id === id)) await sessions.delete(id);
  if (kept.length < ended.length) {
    console.warn(`[sign-out] ${ended.length - kept.length} sign-outs given up: the backend has not heard`);
  }
  return kept.map(({ id }) => id);
}
