import type { Family, LabState, LabTokens, RefreshState, TokenKind } from "../schemas.ts";
import { currentFamily, newestTokens } from "./current-session.ts";
import { durationInWords } from "./words.ts";

export type LifetimeStatus = "live" | "expired" | "revoked" | "spent" | "none";

/** One token's lifetime, as a bar shows it. Instants in epoch ms of the clock by which the token expires. */
export type TokenLifetime = {
  kind: TokenKind;
  generation: number | null;
  status: LifetimeStatus;
  issuedAt: number;
  expiresAt: number;
  /** The clock by which the token expires: real time for NextAuth's session cookie, otherwise the lab's. */
  clock: "lab" | "real";
};

const noLifetime = { generation: null, status: "none", issuedAt: 0, expiresAt: 0 } as const;

/** The lifetimes of the session cookie, the access token and the refresh token, in this order. */
export function tokenLifetimes(state: LabState, tokens: LabTokens | null): readonly TokenLifetime[] {
  const family = currentFamily(state);
  return [sessionLifetime(state, tokens), accessLifetime(family), refreshLifetime(family)];
}

export function sessionLifetime(state: LabState, tokens: LabTokens | null): TokenLifetime {
  const claims = tokens?.session?.claims;
  const { iat, exp } = claims ?? {};
  if (typeof iat !== "number" || typeof exp !== "number")
    return { kind: "session", clock: "real", ...noLifetime };
  const generation = state.holders.browser.session;
  return {
    kind: "session",
    generation,
    status: "live",
    issuedAt: iat * 1000,
    expiresAt: exp * 1000,
    clock: "real",
  };
}

export function accessLifetime(family: Family | null): TokenLifetime {
  const { access } = newestTokens(family);
  if (access === null) return { kind: "access", clock: "lab", ...noLifetime };
  return { kind: "access", clock: "lab", ...access };
}

export function refreshLifetime(family: Family | null): TokenLifetime {
  const { refresh } = newestTokens(family);
  if (family === null || refresh === null) return { kind: "refresh", clock: "lab", ...noLifetime };
  return {
    kind: "refresh",
    clock: "lab",
    generation: refresh.generation,
    status: refresh.status === "current" ? "live" : refresh.status,
    issuedAt: refresh.issuedAt,
    expiresAt: refreshEndsAt(refresh, family),
  };
}

/**
 * The end of an unused refresh token, in epoch ms of the lab's clock. A refresh token does not outlive its family.
 */
export function refreshEndsAt(token: RefreshState, family: Family): number {
  return Math.min(token.idleExpiresAt, family.absoluteExpiresAt);
}

/** A token's status at an instant: as the backend reported it, or expired since then. */
export function statusAt(life: TokenLifetime, nowMs: number): LifetimeStatus {
  return life.status === "live" && nowMs >= life.expiresAt ? "expired" : life.status;
}

/**
 * The rest of a lifetime, as a share and in words.
 *
 * @param nowMs the time of the clock by which this token expires
 */
export function remaining(
  life: TokenLifetime,
  nowMs: number,
): { status: LifetimeStatus; share: number; words: string } {
  const status = statusAt(life, nowMs);
  if (status !== "live") return { status, share: 0, words: status };
  const leftMs = life.expiresAt - nowMs;
  const share = Math.min(1, leftMs / Math.max(1, life.expiresAt - life.issuedAt));
  return { status, share, words: durationInWords(leftMs / 1000) };
}
