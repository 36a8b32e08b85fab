import type { Family, Holder, LabState, TokenKind } from "../schemas.ts";
import { currentFamily } from "./holdings.ts";

/** A token in somebody's hands, and what the backend thinks of it. */
export type Held = { kind: TokenKind; generation: number; status: string };

export type Place = { name: string; held: readonly Held[]; wrong: boolean };

export type Whereabouts = {
  places: readonly Place[];
  /** The difference between what is held and what is honoured, in one sentence; null when they agree. */
  mismatch: string | null;
};

/** Who holds which token at this moment, and what the backend honours. */
export function whereabouts(state: LabState): Whereabouts {
  const family = currentFamily(state);
  const mismatch = mismatchSentence(state, family);
  const places: Place[] = [
    { name: "Browser's cookie", held: heldBy(state, "browser"), wrong: mismatch !== null },
    { name: "Next server", held: heldBy(state, "next"), wrong: false },
    { name: "Backend honours", held: honoured(family), wrong: false },
  ];
  const stolen = heldBy(state, "attacker");
  if (stolen.length > 0) places.push({ name: "Attacker", held: stolen, wrong: true });
  return { places, mismatch };
}

function heldBy(state: LabState, holder: Holder): Held[] {
  const { session, access, refresh } = state.holders[holder];
  const held: Held[] = [];
  if (session !== null) held.push({ kind: "session", generation: session, status: "" });
  if (access !== null)
    held.push({ kind: "access", generation: access, status: statusOf(state, "access", access) });
  if (refresh !== null) {
    held.push({ kind: "refresh", generation: refresh, status: statusOf(state, "refresh", refresh) });
  }
  return held;
}

/** "live" and "current" are what one expects, so they go without saying. */
function statusOf(state: LabState, kind: "access" | "refresh", generation: number): string {
  for (const family of state.families) {
    const token = family[kind].find((candidate) => candidate.generation === generation);
    if (token !== undefined) return token.status === "live" || token.status === "current" ? "" : token.status;
  }
  return "unknown";
}

function honoured(family: Family | null): Held[] {
  if (family === null || family.status !== "active") return [];
  const live = family.access.filter(({ status }) => status === "live");
  const current = family.refresh.filter(({ status }) => status === "current");
  return [
    ...live.map(({ generation }) => ({ kind: "access" as const, generation, status: "" })),
    ...current.map(({ generation }) => ({ kind: "refresh" as const, generation, status: "" })),
  ];
}

const reasons: Record<string, string> = {
  reused: "a spent refresh token was used again",
  "signed-out": "the user signed out",
  suspended: "the user was suspended",
  reset: "the lab was reset",
};

function mismatchSentence(state: LabState, family: Family | null): string | null {
  const { session, refresh } = state.holders.browser;
  if (family === null || (session === null && refresh === null)) return null;
  if (family.status === "revoked") {
    const why = reasons[family.reason ?? ""] ?? family.reason ?? "revoked";
    return `The browser still has its cookie, and the backend honours nothing of it any more: ${why}.`;
  }
  if (family.status === "expired") {
    return "The browser still has its cookie, and the sign-in behind it is over: its refresh token has expired.";
  }
  const current = family.refresh.find(({ status }) => status === "current");
  if (refresh === null || current === undefined || refresh === current.generation) return null;
  return `The browser holds R${refresh}, the backend has moved on to R${current.generation}. The next use of R${refresh} counts as theft and ends this sign-in.`;
}
