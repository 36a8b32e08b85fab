import type { Family, Holder, LabState } from "../schemas.ts";

/** A refresh token that the app would send for the browser's session, and what the backend would answer. */
export type NextRefresh = {
  /** Who keeps the token: the browser in its cookie, or the Next server for it. */
  holder: Extract<Holder, "browser" | "next">;
  /** Null where the session's tokens are gone, and only the cookie is left. */
  generation: number | null;
  family: Family;
  /**
   * - `served`: a refresh succeeds
   * - `forgiven`: the token is spent, and the grace window still answers with its successor
   * - `refused`: the backend answers `invalid_grant`
   */
  answer: "served" | "forgiven" | "refused";
};

/**
 * What the browser's next refresh would come to, by the rule that the backend goes by (RFC 9700 §4.14.2).
 * Tokens that the Next server keeps for the browser's sign-in count more than those in the cookie: a variant with a
 * store sends the store's, even while a page that cannot write the cookie has left the old ones there.
 *
 * @param nowMs of the lab's clock
 * @returns null where the browser has no session that the backend knows of
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

/** The sign-in behind the browser's session; null when it is signed out, or its sign-in is not in the state. */
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
  // The session's tokens are where the lab has not looked: nothing is known against them.
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
