/** Why a family ended (its access tokens end with it). */
export type RevocationReason = "reused" | "signed-out" | "suspended" | "reset" | "displaced";

/** One refresh token. The token itself is never kept, only its SHA-256. */
export interface RefreshToken {
  readonly generation: number;
  readonly hash: string;
  /** The generation that it succeeded. */
  readonly parent: number | null;
  /** All instants are lab time, epoch milliseconds. */
  readonly issuedAt: number;
  idleExpiresAt: number;
  usedAt: number | null;
  replacedBy: RefreshToken | null;
  /** The successor, readable only with this token in hand, and only kept until the grace window closes. */
  sealedSuccessor: string | null;
  graceEndsAt: number;
}

/** One sign-in: a chain of refresh tokens, and the access tokens that name it as `sid`. */
export interface RefreshFamily {
  readonly ordinal: number;
  readonly sid: string;
  readonly userId: string;
  readonly clientId: string;
  /** Of the part that all its tokens share. */
  readonly familyHash: string | undefined;
  /** Set at sign-in and inherited unchanged: rotation never extends it. */
  readonly absoluteExpiresAt: number;
  current: RefreshToken;
  revoked: { readonly at: number; readonly reason: RevocationReason } | null;
}

export interface RefreshPolicy {
  readonly graceSeconds: number;
  readonly rotation: boolean;
  readonly reuseDetection: boolean;
}

export type RefusalReason = "unknown" | "expired" | "revoked" | "reused";

export type RefreshDecision =
  | { readonly kind: "rotate" | "keep" | "replay-in-grace"; readonly token: RefreshToken }
  | { readonly kind: "refuse"; readonly reason: RefusalReason; readonly revokeFamily: boolean };

const refuse = (reason: RefusalReason, revokeFamily = false): RefreshDecision => ({
  kind: "refuse",
  reason,
  revokeFamily,
});

/**
 * What happens to a presented refresh token (RFC 9700 §4.14.2). Pure: the store decides and applies in one step.
 *
 * @param token `undefined` for a token of this family that is no longer remembered. The one that is good and its
 *   predecessor always are, so this one is spent, and past every grace.
 * @param now lab time, epoch milliseconds
 */
export function decideRefresh(
  family: RefreshFamily,
  token: RefreshToken | undefined,
  policy: RefreshPolicy,
  now: number,
): RefreshDecision {
  if (family.revoked) return refuse("revoked");
  if (now >= family.absoluteExpiresAt) return refuse("expired");
  if (token === undefined || token.usedAt !== null) {
    if (token && inGrace(family, token, policy, now)) {
      return now < family.current.idleExpiresAt ? { kind: "replay-in-grace", token } : refuse("expired");
    }
    return refuse("reused", policy.reuseDetection);
  }
  if (now >= token.idleExpiresAt) return refuse("expired");
  return { kind: policy.rotation ? "rotate" : "keep", token };
}

/**
 * Grace covers the immediate predecessor only, while its successor is unused. No RFC specifies it; vendors do.
 * A window opened under a longer setting closes when the setting is shortened.
 */
function inGrace(family: RefreshFamily, token: RefreshToken, policy: RefreshPolicy, now: number): boolean {
  return (
    token.replacedBy === family.current &&
    token.sealedSuccessor !== null &&
    now < token.graceEndsAt &&
    now < (token.usedAt ?? 0) + policy.graceSeconds * 1000
  );
}

/** When a refresh token issued or used now dies of idleness: never after the family itself. */
export function idleExpiry(absoluteExpiresAt: number, idleTtlSeconds: number, now: number): number {
  return Math.min(now + idleTtlSeconds * 1000, absoluteExpiresAt);
}

/** `expired` once nothing can be refreshed any more. */
export function familyStatus(family: RefreshFamily, now: number): "active" | "revoked" | "expired" {
  if (family.revoked) return "revoked";
  return now >= family.current.idleExpiresAt ? "expired" : "active";
}

export function refreshTokenStatus(
  family: RefreshFamily,
  token: RefreshToken,
  now: number,
): "current" | "spent" | "revoked" | "expired" {
  if (token.usedAt !== null) return "spent";
  if (family.revoked) return "revoked";
  return now >= token.idleExpiresAt ? "expired" : "current";
}
