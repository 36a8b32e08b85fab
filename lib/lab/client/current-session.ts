import type { AccessState, Family, LabState, LabTokens, RefreshState } from "../schemas.ts";

/** The family that the panel shows: the browser's own sign-in, or else the last one. */
export function currentFamily(state: LabState): Family | null {
  const held = state.holders.browser.session;
  return state.families.find((family) => family.ordinal === held) ?? state.families.at(-1) ?? null;
}

/** The newest tokens of a family. */
export function newestTokens(family: Family | null): {
  access: AccessState | null;
  refresh: RefreshState | null;
} {
  return { access: family?.access.at(-1) ?? null, refresh: family?.refresh.at(-1) ?? null };
}

/** The user as whom the app treats the browser; null when it is signed out. */
export function signedInUser(
  state: LabState,
  tokens: LabTokens | null,
): { name: string; role: string } | null {
  const held = state.holders.browser.session;
  if (held === null && (tokens === null || tokens.session === null)) return null;
  const userId = state.families.find((family) => family.ordinal === held)?.userId;
  const user = state.users.find(({ id }) => id === userId);
  // An app that accepts any truthy reply as a user ends here, with a session that has no sign-in behind it.
  return user ?? { name: "Nobody the backend knows", role: "none" };
}
