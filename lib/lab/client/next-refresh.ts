import type { Family, Holder, LabState } from "../schemas.ts";

/** The refresh token that the app would send for the browser's session, and the backend's answer to it. */
export type NextRefresh = {
  /** The token's holder: the browser in its cookie, or the Next server in its store. */
  holder: Extract<Holder, "browser" | "next">;
  /** Null when the session's tokens are gone and only the cookie is left. */
  generation: number | null;
  family: Family;
  /**
   * - `served`: the refresh succeeds
   * - `forgiven`: the token is spent, and within the grace window the backend answers with its successor
   * - `refused`: the backend answers `invalid_grant`
   */
  answer: "served" | "forgiven" | "refused";
};

/**
 * Predicts the browser's next refresh by the backend's rule (RFC 9700 §4.14.2). Tokens in the Next server's store
 * count before those in the cookie: a variant with a store sends the store's, even while a page that cannot write the
 * cookie has left the old ones in it.
 *
 * @param nowMs the lab's time, in epoch ms
 * @returns null when the browser has no session that the backend knows
 */
export function nextRefresh(state: LabState, nowMs: number): NextRefresh | null {
  const { browser, next } = state.holders;
  const family = browsersFamily(state);
  if (family === null) return null;
  const kept = isOf(family, next.refresh);
  const holder = kept ? "next" : "browser";
  const generation = kept ? next.refresh : browser.refresh;
  return { holder, generation, family, answer: answerTo(state, family, generation, nowMs) };
}

const isOf = (family: Family, generation: number | null) =>
  family.refresh.some((token) => token.generation === generation);

/** The family of the browser's session; null when the browser is signed out or the state has no such family. */
function browsersFamily({ families, holders }: LabState): Family | null {
  const { session, refresh } = holders.browser;
  if (session === null && refresh === null) return null;
  return (
    families.find((family) => family.ordinal === session) ??
    families.find((family) => isOf(family, refresh)) ??
    null
  );
}

function answerTo(
  { settings }: LabState,
  family: Family,
  generation: number | null,
  nowMs: number,
): NextRefresh["answer"] {
  if (family.status !== "active") return "refused";
  // The lab does not observe where this session's tokens are kept, so nothing speaks against them.
  if (generation === null) return "served";
  const current = currentRefresh(family);
  if (current === generation) return "served";
  const token = family.refresh.find((one) => one.generation === generation);
  const isInGrace =
    settings.grace > 0 &&
    token !== undefined &&
    token.usedAt !== null &&
    token.replacedBy === current &&
    nowMs < Math.min(token.graceEndsAt ?? Number.POSITIVE_INFINITY, token.usedAt + settings.grace * 1000);
  return isInGrace ? "forgiven" : "refused";
}

export function currentRefresh(family: Family): number | null {
  return family.refresh.find(({ status }) => status === "current")?.generation ?? null;
}
