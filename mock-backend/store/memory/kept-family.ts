import { TOLERANCE_SECONDS } from "../../domain/access-token.ts";
import type { RefreshFamily, RefreshToken, RevocationReason } from "../../domain/refresh-family.ts";
import type { EndedFamily, IssuedRefresh, TokenRef } from "../families.ts";

/** Living access tokens of one family that are honoured. A family that gets more loses the oldest. */
export const MAX_LIVE_PER_FAMILY = 1000;
/** How often expired tokens are looked for. */
const SWEEP_EVERY = 100;

/** An issued access token as the store remembers it: the hash, never the token. Instants are lab time, epoch ms. */
export interface AccessRecord extends TokenRef {
  readonly hash: string;
  readonly jti: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** True when this token alone was revoked, while its family lives on. */
  denied: boolean;
}

/** A family with the tokens that are still remembered. */
export interface KeptFamily extends RefreshFamily {
  refresh: RefreshToken[];
  access: AccessRecord[];
  /** The access tokens that are honoured, also those that `access` has forgotten: `jti`, and when each expires. */
  readonly live: Map<string, number>;
}

/** The current refresh token. */
export function issued(family: KeptFamily): IssuedRefresh {
  return {
    generation: family.current.generation,
    family: family.ordinal,
    sid: family.sid,
    userId: family.userId,
    expiresAt: family.current.idleExpiresAt,
  };
}

/** Ends the family: none of its tokens is honoured from now on. */
export function end(family: KeptFamily, reason: RevocationReason, now: number): EndedFamily {
  family.revoked = { at: now, reason };
  for (const token of family.refresh.slice(-2)) token.sealedSuccessor = null;
  return { ordinal: family.ordinal, sid: family.sid, generation: family.current.generation };
}

/** A successor in use closes its predecessor's grace window, and the seal goes with it. */
export function forgetSeal(family: KeptFamily, generation: number | null): void {
  const predecessor = family.refresh.findLast((token) => token.generation === generation);
  if (predecessor) predecessor.sealedSuccessor = null;
}

/** Honours one more access token, the newest last. */
export function honour({ live }: KeptFamily, { jti, issuedAt, expiresAt }: AccessRecord): void {
  live.set(jti, expiresAt);
  if (live.size % SWEEP_EVERY === 0) {
    // A token past the tolerance is refused for its age.
    const over = issuedAt - TOLERANCE_SECONDS * 1000;
    for (const [old, until] of live) if (until < over) live.delete(old);
  }
  const [oldest] = live.keys();
  if (live.size > MAX_LIVE_PER_FAMILY && oldest !== undefined) live.delete(oldest);
}
