import { TOLERANCE_SECONDS } from "../../domain/access-token.ts";
import type { RefreshFamily, RefreshToken, RevocationReason } from "../../domain/refresh-family.ts";
import type { EndedFamily, IssuedRefresh, TokenRef } from "../families.ts";

/** Access tokens of one family that are refused by themselves. */
export const MAX_DENIED_PER_FAMILY = 200;

/** An issued access token as the store remembers it: by its hash, never itself. Instants are lab time, epoch ms. */
export interface AccessRecord extends TokenRef {
  readonly hash: string;
  readonly jti: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A family with the tokens that are still remembered. */
export interface KeptFamily extends RefreshFamily {
  refresh: RefreshToken[];
  access: AccessRecord[];
  /** Access tokens revoked by themselves while the family lives on: `jti`, and when each expires. */
  readonly denied: Map<string, number>;
}

/** The refresh token that is good now. */
export function issued(family: KeptFamily): IssuedRefresh {
  return {
    generation: family.current.generation,
    family: family.ordinal,
    sid: family.sid,
    userId: family.userId,
    expiresAt: family.current.idleExpiresAt,
  };
}

/** Nothing of the family is honoured from now on. */
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

/** Refuses one access token until it has expired. @returns false when no more refusals can be kept */
export function deny(family: KeptFamily, jti: string, expiresAt: number, now: number): boolean {
  family.denied.set(jti, expiresAt);
  if (family.denied.size <= MAX_DENIED_PER_FAMILY) return true;
  // Past its tolerance a token is refused for its age, and needs no refusal of its own.
  const over = now - TOLERANCE_SECONDS * 1000;
  for (const [old, until] of family.denied) if (until < over) family.denied.delete(old);
  return family.denied.size <= MAX_DENIED_PER_FAMILY;
}
