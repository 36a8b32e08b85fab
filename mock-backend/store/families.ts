import type { RefreshPolicy, RefusalReason, RevocationReason } from "../domain/refresh-family.ts";
import type { RefreshTokenId } from "../domain/refresh-token.ts";

/** A token's numbers: its generation, and the ordinal of its family. */
export interface TokenRef {
  readonly generation: number;
  readonly family: number;
}

export interface IssuedRefresh extends TokenRef {
  readonly sid: string;
  readonly userId: string;
  /** Lab time, epoch milliseconds. */
  readonly expiresAt: number;
}

/** A family that has just been revoked. */
export interface EndedFamily {
  readonly ordinal: number;
  readonly sid: string;
  /** The refresh token that was current when the family ended. */
  readonly generation: number;
}

export type RefreshResult =
  | { readonly kind: "rotated"; readonly predecessor: TokenRef; readonly issued: IssuedRefresh }
  | { readonly kind: "kept"; readonly issued: IssuedRefresh }
  | {
      readonly kind: "replayed-in-grace";
      readonly predecessor: TokenRef;
      readonly issued: IssuedRefresh;
      /** Opens with the predecessor only. */
      readonly sealedSuccessor: string;
    }
  | {
      readonly kind: "refused";
      readonly reason: RefusalReason;
      /** Set when this request ended the family. */
      readonly ended: EndedFamily | undefined;
    };

export interface FamilyView {
  readonly ordinal: number;
  readonly sid: string;
  readonly userId: string;
  readonly status: "active" | "revoked" | "expired";
  readonly reason: RevocationReason | null;
  readonly absoluteExpiresAt: number;
  readonly refresh: readonly {
    generation: number;
    status: "current" | "spent" | "revoked" | "expired";
    issuedAt: number;
    idleExpiresAt: number;
    usedAt: number | null;
    replacedBy: number | null;
    /** Until when a spent token is answered with its successor; 0 when none was kept. */
    graceEndsAt: number;
  }[];
  readonly access: readonly {
    generation: number;
    jti: string;
    issuedAt: number;
    expiresAt: number;
    status: "live" | "expired" | "revoked";
  }[];
}

/** Refresh families. Instants are lab time in epoch milliseconds; a `hash` is the SHA-256 of a token. */
export interface Families {
  /**
   * Starts a family.
   *
   * @returns `undefined` when the user was suspended meanwhile; `displaced` is a live family that had to make room
   */
  open(grant: {
    userId: string;
    clientId: string;
    token: RefreshTokenId;
    idleTtlSeconds: number;
    absoluteTtlSeconds: number;
    now: number;
  }): Promise<{ issued: IssuedRefresh; displaced: EndedFamily | undefined } | undefined>;
  /**
   * The atomic compare-and-set of a rotation: decides about the presented token and applies it, in one step. A token
   * of a family is known as one for the family's whole life, so a replay is never too old to be seen.
   */
  refresh(attempt: {
    presented: RefreshTokenId;
    successorHash: string;
    /** Kept for the grace window; null when there is none. */
    sealedSuccessor: string | null;
    idleTtlSeconds: number;
    policy: RefreshPolicy;
    now: number;
  }): Promise<RefreshResult>;
  /** Ends the family of any refresh token that it ever had. @returns `undefined` when unknown or ended before */
  revokeByToken(
    token: RefreshTokenId,
    reason: RevocationReason,
    now: number,
  ): Promise<EndedFamily | undefined>;
  /** Notes an access token that was signed for a family. */
  recordAccess(
    sid: string,
    access: { hash: string; jti: string; issuedAt: number; expiresAt: number },
  ): Promise<TokenRef | undefined>;
  /** Refuses one access token of a family from now on (RFC 7009 §2). */
  denyAccess(sid: string, jti: string): Promise<void>;
  /** Whether the access token of this `sid` with this `jti` was issued and is still honoured. */
  honours(sid: string, jti: string): Promise<boolean>;
  /** Which refresh token this is, whatever its state; `undefined` once it is forgotten. */
  findRefresh(hash: string): TokenRef | undefined;
  /** The ordinal of the family that this refresh token is or was of. */
  findFamily(token: RefreshTokenId): number | undefined;
  /** Which access token this is, by its `jti`; `undefined` unless the whole token has this hash. */
  findAccess(jti: string, hash: string): TokenRef | undefined;
  /** The newest families with their newest tokens. */
  view(now: number): Promise<readonly FamilyView[]>;
}
