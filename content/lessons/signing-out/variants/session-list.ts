import { randomUUID } from "node:crypto";
import { after } from "next/server";
import type { JWT } from "next-auth/jwt";
import type { SignOutPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { revokeTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { sharedStore } from "@/lib/store/shared-store";

// #region list
type SignedIn = { userId: string; since: number; refreshToken: string; accessExpiresAt: number };

/** Every sign-in that has not ended, by the id in its cookie, with the newest refresh token that came by. */
const signedIn = sharedStore<SignedIn>("signed-in");
// #endregion list

export const sessionList: SignOutPiece = {
  // #region begin
  async begin(token) {
    // This sign-in has just shown that the backend answers. It does not wait for what others' sign-outs owe.
    after(tellAllOwed);
    const { sub, refreshToken, accessExpiresAt = 0 } = token;
    if (!sub || !refreshToken) return token;
    const sessionId = randomUUID();
    await signedIn.set(sessionId, { userId: sub, since: now(), refreshToken, accessExpiresAt });
    return { ...token, sessionId };
  },
  // #endregion begin

  // #region is-alive
  /** The app's own list decides, and nobody else is asked. A cookie without an id is none of ours. */
  async isAlive(token) {
    return (await remember(token)) !== undefined;
  },
  // #endregion is-alive

  // #region sign-out
  async signOut(token) {
    await remember(token);
    if (token.sessionId !== undefined) await end([token.sessionId]);
  },

  async signOutEverywhere(token) {
    await remember(token);
    await end(await idsOf(token.sub));
  },

  async sessions({ sub, sessionId }) {
    const own = new Set(await idsOf(sub));
    return (await signedIn.entries())
      .filter(([id]) => own.has(id))
      .map(([id, { since }]) => ({ since, current: id === sessionId }));
  },
  // #endregion sign-out
};

// #region remember
/** Keeps the newest refresh token of a session: a backend that rotates may know no older one. */
async function remember({ sessionId, refreshToken, accessExpiresAt = 0 }: JWT) {
  const known = sessionId === undefined ? undefined : await signedIn.get(sessionId);
  if (sessionId === undefined || !refreshToken || known?.refreshToken === refreshToken) return known;
  // In one step: a session that ends at this moment must not come back. A stale tab's cookie changes nothing.
  return signedIn.change(sessionId, (session) =>
    session && session.accessExpiresAt <= accessExpiresAt
      ? { ...session, refreshToken, accessExpiresAt }
      : session,
  );
}
// #endregion remember

async function idsOf(userId: string | undefined): Promise<string[]> {
  const entries = await signedIn.entries();
  return entries.filter(([, session]) => session.userId === userId).map(([id]) => id);
}

// #region end
/** Ends sessions here, at once and whatever the backend does. Then the backend is told of them, and of no others. */
async function end(ids: readonly string[]): Promise<void> {
  const debts: [id: string, debt: Owed][] = [];
  for (const id of ids) {
    const session = await signedIn.get(id);
    if (session === undefined) continue;
    const debt = { refreshToken: session.refreshToken, since: now(), tries: 0 };
    // First owed, then struck off: should the process die in between, nothing is lost.
    await owed.set(id, debt);
    await signedIn.delete(id);
    debts.push([id, debt]);
  }
  await withinBounds();
  for (const [id, debt] of debts) if (!(await tell(id, debt))) return;
}
// #endregion end

// #region outbox
type Owed = { refreshToken: string; since: number; tries: number };

/** Refresh tokens of ended sessions, of which the backend has not heard yet. */
const owed = sharedStore<Owed>("unheard-revocations");

/** @returns whether the backend has heard: only its yes takes a session off the outbox */
async function tell(id: string, { refreshToken }: Owed): Promise<boolean> {
  try {
    await revokeTokens(refreshToken);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    await owed.change(id, (debt) => debt && { ...debt, tries: debt.tries + 1 });
    return false;
  }
  await owed.delete(id);
  return true;
}
// #endregion outbox

// #region bounds
/** More than these are not kept: the oldest go. */
const MOST_OWED = 100;
/** No refresh token of this backend lives longer: an older one has ended by itself. */
const LONGEST_LIFE_SECONDS = 90 * 24 * 60 * 60;

/** Drops what is too much, and says so. @returns what is still to be told */
async function withinBounds(): Promise<[id: string, debt: Owed][]> {
  const newestFirst = (await owed.entries()).sort(([, one], [, other]) => other.since - one.since);
  const live = newestFirst.filter(([, { since }]) => now() - since <= LONGEST_LIFE_SECONDS);
  const kept = live.slice(0, MOST_OWED);
  for (const [id] of newestFirst) if (!kept.some(([other]) => other === id)) await owed.delete(id);
  const expired = newestFirst.length - live.length;
  const surplus = live.length - kept.length;
  if (expired > 0) console.warn(`[sign-out] ${expired} refresh tokens expired before they could be revoked`);
  if (surplus > 0) console.warn(`[sign-out] ${surplus} refresh tokens given up: too many are to be revoked`);
  return kept;
}
// #endregion bounds

// #region turn
const turns = sharedStore<{ by: string; until: number }>("outbox-turn");
/** The turn of a process that died is over by then. */
const TURN_SECONDS = 60;
/** Longer than one call to the backend takes. */
const CALL_SECONDS = 10;

/** Tells what is owed, one after the other and one process at a time, until the backend does not hear. */
async function tellAllOwed(): Promise<void> {
  const turn = { by: randomUUID(), until: now() + TURN_SECONDS };
  const held = await turns.change("turn", (other) => (other && now() < other.until ? other : turn));
  if (held?.by !== turn.by) return;
  try {
    // What failed least often comes first: a token that always fails holds up no other.
    const debts = (await withinBounds()).sort(([, one], [, other]) => one.tries - other.tries);
    for (const [id, debt] of debts) {
      if (now() > turn.until - CALL_SECONDS || !(await tell(id, debt))) return;
    }
  } finally {
    await turns.change("turn", (other) => (other?.by === turn.by ? undefined : other));
  }
}
// #endregion turn
