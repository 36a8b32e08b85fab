import { LRUCache } from "lru-cache";
import type { RefreshPiece } from "@/content/study/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens, type TokenPair } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";

/** Refresh a little early, so that a token does not expire on its way to the backend. */
const EARLY_SECONDS = 5;

// #region flights
/** For a request that was already on its way with the old token when the new one arrived. */
const KEPT_SECONDS = 10;

type Flight = { tokens: Promise<TokenPair>; keptUntil: number };

// Next bundles pages and Route Handlers apart, so a variable of this module would exist twice in one process.
const key = Symbol.for("silent-refresh.flights");
const shared = globalThis as { [key]?: LRUCache<string, Flight> };
shared[key] ??= new LRUCache({ max: 10_000 });
const flights = shared[key];
// #endregion flights

// #region single-flight
/**
 * One call to the backend for each refresh token, however many ask: the rest get the first one's answer.
 *
 * @throws BackendError to everybody who waited; a failure is not kept
 */
function refreshOnce(refreshToken: string): Promise<TokenPair> {
  const known = flights.get(refreshToken);
  if (known && now() < known.keptUntil) return known.tokens;
  const tokens = refreshTokens(refreshToken);
  flights.set(refreshToken, { tokens, keptUntil: now() + KEPT_SECONDS });
  tokens.catch(() => flights.delete(refreshToken));
  return tokens;
}
// #endregion single-flight

export const inCallbackLocked: RefreshPiece = {
  // #region jwt
  async jwt(token) {
    if (token.error || !token.refreshToken || !token.accessExpiresAt) return token;
    if (now() < token.accessExpiresAt - EARLY_SECONDS) return token;
    try {
      return { ...token, ...(await refreshOnce(token.refreshToken)) };
    } catch (error) {
      // Only the backend's "no" ends a session: an outage is not `invalid_grant`.
      if (error instanceof BackendError && error.code === "refused") {
        return { ...token, error: "RefreshTokenError" };
      }
      return token;
    }
  },
  // #endregion jwt
};
