import "server-only";
import { BackendError, refresh, revoke, type Tokens } from "./backend";
import { tokenStore } from "./token-store";

/** A token must not expire on its way to the backend, and clocks differ. */
const EARLY_SECONDS = 30;

/**
 * The tokens of a sign-in, refreshed when they are about to expire: once, however many ask.
 *
 * @returns undefined once the sign-in is over: signed out, forgotten, or refused by the backend
 */
export function freshTokens(id: string): Promise<Tokens | undefined> {
  return tokenStore.locked(id, async () => {
    const tokens = tokenStore.get(id);
    if (tokens === undefined || Date.now() / 1000 < tokens.expiresAt - EARLY_SECONDS) return tokens;
    try {
      const next = await refresh(tokens.refreshToken);
      tokenStore.set(id, next);
      return next;
    } catch (error) {
      // Only the backend's no ends a sign-in: an outage is not `invalid_grant` (RFC 6749 §5.2).
      if (!(error instanceof BackendError) || error.code !== "refused") return tokens;
      tokenStore.delete(id);
      return undefined;
    }
  });
}

/** Under the lock: a refresh that is under way would put the tokens back. */
export function forgetTokens(id: string): Promise<void> {
  return tokenStore.locked(id, async () => {
    const tokens = tokenStore.get(id);
    tokenStore.delete(id);
    if (tokens) await revoke(tokens.refreshToken);
  });
}
