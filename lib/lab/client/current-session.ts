import type { AccessState, Family, LabState, LabTokens, RefreshState } from "../schemas.ts";

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
