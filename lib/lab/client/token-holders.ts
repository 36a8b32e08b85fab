import type { Family, Holder, LabState, TokenKind } from "../schemas.ts";
import { currentFamily } from "./current-session.ts";
import { currentRefresh, type NextRefresh, nextRefresh } from "./next-refresh.ts";
import { stateAt } from "./state-at.ts";

/** A token that a party holds, and its status at the backend; empty for a live one. */
export type Held = { kind: TokenKind; generation: number; status: string };

export type Place = { name: string; held: readonly Held[]; wrong: boolean };

export type TokenHolders = {
  places: readonly Place[];
  /** Explains the difference between the held tokens and those that the backend accepts; null when there is none. */
  mismatch: string | null;
  /** Explains what the attacker can do with the stolen tokens; null when the attacker holds none. */
  theft: string | null;
  /** The sentence for when both are null. */
  agreement: string;
};

/**
 * Which party holds which token, and which tokens the backend accepts.
 *
 * @param reported the state as the backend reported it last
 * @param nowMs the lab's time, in epoch ms: a token may expire, and a grace window close, while nothing happens
 */
export function tokenHolders(reported: LabState, nowMs: number): TokenHolders {
  const state = stateAt(reported, nowMs);
  const family = currentFamily(state);
  const use = nextRefresh(state, nowMs);
  const wrong = use?.answer === "refused" ? use.holder : null;
  const places: Place[] = [
    { name: "Browser’s cookie", held: heldBy(state, "browser"), wrong: wrong === "browser" },
    { name: "Next server", held: heldBy(state, "next"), wrong: wrong === "next" },
    { name: "Backend honours", held: honoured(family), wrong: false },
  ];
  const stolen = heldBy(state, "attacker");
  if (stolen.length > 0) places.push({ name: "Attacker", held: stolen, wrong: true });
  const agreement = use?.answer === "forgiven" ? forgivenSentence(use) : agreementSentence(places);
  return { places, mismatch: mismatchSentence(state, use), theft: theftSentence(state), agreement };
}

/** An attack may sign in by itself; the backend then accepts tokens that no place of the learner's holds. */
function agreementSentence(places: readonly Place[]): string {
  const [browser, next, backend] = places.map(({ held }) => held.length > 0);
  const over = places
    .flatMap(({ held }) => held)
    .find(({ kind, status }) => kind === "access" && status !== "");
  if (over !== undefined) return overSentence(over, places[2]);
  if (browser || next) return "What is held is what the backend honours.";
  return backend
    ? "This browser is signed out. What the backend honours still is of a sign-in that was not ended there, or was made elsewhere."
    : "Nobody holds a token.";
}

/** The sentence for the time between an access token's expiry and the refresh that replaces it. */
function overSentence({ generation, status }: Held, backend: Place | undefined): string {
  const refresh = backend?.held.find(({ kind }) => kind === "refresh");
  const what = status === "unknown" ? `The backend knows no A${generation}.` : `A${generation} is ${status}.`;
  return refresh === undefined
    ? `${what} The backend honours nothing that could replace it.`
    : `${what} The backend still honours R${refresh.generation}, and a refresh with it brings the next one.`;
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

/** A token's status at the backend; empty for "live" and "current", which are the normal ones. */
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

const holderNames = { browser: "The browser", next: "The Next server" } as const;

function mismatchSentence(state: LabState, use: NextRefresh | null): string | null {
  if (use?.answer !== "refused") return null;
  const { holder, generation, family } = use;
  const who = holderNames[holder];
  const [what, of] = holder === "browser" ? ["its cookie", "it"] : ["its tokens", "them"];
  if (family.status === "revoked") {
    const why = reasons[family.reason ?? ""] ?? family.reason ?? "revoked";
    return `${who} still has ${what}, and the backend honours nothing of ${of} any more: ${why}.`;
  }
  if (family.status === "expired") {
    return `${who} still has ${what}, and the sign-in behind it is over: its refresh token has expired.`;
  }
  const answer = state.settings.reuseDetection ? "counts as theft and ends this sign-in" : "is refused";
  return `${who} holds R${generation}, the backend has moved on to R${currentRefresh(family)}. The next use of R${generation} ${answer}.`;
}

function forgivenSentence({ holder, generation, family }: NextRefresh): string {
  return `${holderNames[holder]} holds R${generation}, which is spent. Within the grace window the backend still answers it with its successor, R${currentRefresh(family)}.`;
}

function theftSentence(state: LabState): string | null {
  const { session, access, refresh } = state.holders.attacker;
  const good = (kind: "access" | "refresh", generation: number | null) =>
    generation !== null && statusOf(state, kind, generation) === "";
  if (good("refresh", refresh)) {
    const isOfThisSignIn = currentFamily(state)?.refresh.some(({ generation }) => generation === refresh);
    if (!isOfThisSignIn) {
      return `The attacker holds R${refresh} of another sign-in, which the backend honours: they can refresh as its user.`;
    }
    return `The attacker holds R${refresh}, which the backend honours: they can refresh as this user, and whoever comes second is found out.`;
  }
  if (good("access", access)) {
    return `The attacker holds A${access}, and the backend cannot tell them from the user until it expires.`;
  }
  if (session !== null) {
    return `The attacker holds S${session}: they can be this user wherever the app accepts the cookie.`;
  }
  if (access === null && refresh === null) return null;
  return "The attacker holds tokens that the backend no longer honours.";
}
