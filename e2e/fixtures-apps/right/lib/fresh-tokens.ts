import "server-only";
import { refresh } from "./backend";
import { BackendError } from "./backend-error";
import { outbox } from "./outbox";
import { shared } from "./shared";
import type { Tokens } from "./token-reply";
import { tokenStore } from "./token-store";

/** A token must not expire on its way to the backend, and clocks differ. */
const EARLY_SECONDS = 30;

export type Access =
  | { state: "fresh"; token: string }
  /** The access token has expired and there is no other yet. The sign-in goes on. */
  | { state: "unavailable" }
  /** Signed out, forgotten, or refused by the backend. */
  | { state: "over" };

const refreshing = shared("refreshing", () => new Map<string, Promise<Access>>());

/** The access token of a sign-in, refreshed when it is about to expire: once, however many ask meanwhile. */
export async function freshAccess(id: string): Promise<Access> {
  const tokens = tokenStore.get(id);
  if (tokens === undefined || !isDue(tokens)) return accessOf(tokens);
  const underWay = refreshing.get(id);
  if (underWay !== undefined) return underWay;
  const own = tokenStore.locked(id, () => refreshed(id)).finally(() => refreshing.delete(id));
  refreshing.set(id, own);
  return own;
}

/** After the API's `invalid_token`: the next who asks gets another, or learns that the sign-in is over. */
export function dropAccess(id: string, token: string): void {
  const tokens = tokenStore.get(id);
  if (tokens?.access?.token === token) tokenStore.set(id, { ...tokens, access: null });
}

/** Under the lock: a refresh that is under way would put the tokens back. */
export function forgetTokens(id: string): Promise<void> {
  return tokenStore.locked(id, async () => {
    const refreshToken = tokenStore.get(id)?.refreshToken;
    tokenStore.delete(id);
    if (refreshToken) await outbox.revoke(refreshToken);
  });
}

async function refreshed(id: string): Promise<Access> {
  const tokens = tokenStore.get(id);
  if (tokens === undefined || tokens.refreshToken === null) return accessOf(tokens);
  try {
    const next = await refresh(tokens.refreshToken);
    tokenStore.set(id, next);
    return accessOf(next);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    if (error.code === "refused") {
      tokenStore.delete(id);
      return { state: "over" };
    }
    console.warn(`A refresh has to wait: ${error.message}.`);
    return accessOf(tokenStore.get(id));
  }
}

function isDue({ access }: Tokens): boolean {
  return access === null || Date.now() / 1000 >= access.expiresAt - EARLY_SECONDS;
}

/** A token that is known to have expired is not sent: the backend's 401 would say nothing about the sign-in. */
function accessOf(tokens: Tokens | undefined): Access {
  if (tokens === undefined) return { state: "over" };
  const { access, refreshToken } = tokens;
  if (access !== null && Date.now() / 1000 < access.expiresAt) return { state: "fresh", token: access.token };
  return { state: refreshToken === null ? "over" : "unavailable" };
}
