import type { Family, LabState, LabTokens, RefreshState, TokenKind } from "../schemas.ts";
import { currentFamily, newestTokens } from "./current-session.ts";
import { durationInWords } from "./words.ts";

export type LifetimeStatus = "live" | "expired" | "revoked" | "spent" | "none";

/** One token's life, as a bar shows it. Instants in epoch ms of the clock that judges it. */
export type TokenLifetime = {
  kind: TokenKind;
  generation: number | null;
  status: LifetimeStatus;
  issuedAt: number;
  expiresAt: number;
  /** NextAuth judges its session cookie by real time: moving the lab's clock does not age it. */
  clock: "lab" | "real";
};

const noLifetime = { generation: null, status: "none", issuedAt: 0, expiresAt: 0 } as const;

/** Session cookie, access token, refresh token: the three bars. */
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

/** When a refresh token ends unused, in epoch ms of the lab's clock: no refresh outlives its sign-in. */
export function refreshEndsAt(token: RefreshState, family: Family): number {
  return Math.min(token.idleExpiresAt, family.absoluteExpiresAt);
}

/** What a life is at an instant: the backend's word, or over because time has passed. */
export function statusAt(life: TokenLifetime, nowMs: number): LifetimeStatus {
  return life.status === "live" && nowMs >= life.expiresAt ? "expired" : life.status;
}

/**
 * What is left of a life, for a bar and in words.
 *
 * @param nowMs of the clock that judges this token
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
