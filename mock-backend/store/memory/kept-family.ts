import type { RefreshFamily, RefreshToken } from "../../domain/refresh-family.ts";
import type { TokenRef } from "../families.ts";

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
