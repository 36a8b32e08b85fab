import type { AccessState, Family, LabState, LabTokens, RefreshState, TokenKind } from "../schemas.ts";
import { durationInWords } from "./words.ts";

/** The sign-in that the panel is about: the browser's own, or the last one there was. */
export function currentFamily(state: LabState): Family | null {
  const held = state.holders.browser.session;
  return state.families.find((family) => family.ordinal === held) ?? state.families.at(-1) ?? null;
}

/** The newest tokens that the backend issued in a family. */
export function newestTokens(family: Family | null): {
  access: AccessState | null;
  refresh: RefreshState | null;
} {
  return { access: family?.access.at(-1) ?? null, refresh: family?.refresh.at(-1) ?? null };
}

/** Who the app takes the browser for; null when it is signed out. */
export function signedInUser(
  state: LabState,
  tokens: LabTokens | null,
): { name: string; role: string } | null {
  const held = state.holders.browser.session;
  if (held === null && (tokens === null || tokens.session === null)) return null;
  const userId = state.families.find((family) => family.ordinal === held)?.userId;
  const user = state.users.find(({ id }) => id === userId);
  // An app that takes any truthy reply for a user ends up here: a session with no sign-in behind it.
  return user ?? { name: "Nobody the backend knows", role: "none" };
}

export type LifeStatus = "live" | "expired" | "revoked" | "spent" | "none";

/** One token's life, as a bar shows it. Instants in epoch ms of the clock that judges it. */
export type TokenLife = {
  kind: TokenKind;
  generation: number | null;
  status: LifeStatus;
  issuedAt: number;
  expiresAt: number;
  /** NextAuth judges its session cookie by real time: moving the lab's clock does not age it. */
  clock: "lab" | "real";
};

const noLife = { generation: null, status: "none", issuedAt: 0, expiresAt: 0 } as const;

/** Session cookie, access token, refresh token: the three bars. */
export function lives(state: LabState, tokens: LabTokens | null): readonly TokenLife[] {
  const family = currentFamily(state);
  return [sessionLife(state, tokens), accessLife(family), refreshLife(family)];
}

export function sessionLife(state: LabState, tokens: LabTokens | null): TokenLife {
  const claims = tokens?.session?.claims;
  const { iat, exp } = claims ?? {};
  if (typeof iat !== "number" || typeof exp !== "number")
    return { kind: "session", clock: "real", ...noLife };
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

export function accessLife(family: Family | null): TokenLife {
  const { access } = newestTokens(family);
  if (access === null) return { kind: "access", clock: "lab", ...noLife };
  return { kind: "access", clock: "lab", ...access };
}

export function refreshLife(family: Family | null): TokenLife {
  const { refresh } = newestTokens(family);
  if (family === null || refresh === null) return { kind: "refresh", clock: "lab", ...noLife };
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
export function statusAt(life: TokenLife, nowMs: number): LifeStatus {
  return life.status === "live" && nowMs >= life.expiresAt ? "expired" : life.status;
}

/**
 * What is left of a life, for a bar and in words.
 *
 * @param nowMs of the clock that judges this token
 */
export function remaining(
  life: TokenLife,
  nowMs: number,
): { status: LifeStatus; share: number; words: string } {
  const status = statusAt(life, nowMs);
  if (status !== "live") return { status, share: 0, words: status };
  const leftMs = life.expiresAt - nowMs;
  const share = Math.min(1, leftMs / Math.max(1, life.expiresAt - life.issuedAt));
  return { status, share, words: durationInWords(leftMs / 1000) };
}
