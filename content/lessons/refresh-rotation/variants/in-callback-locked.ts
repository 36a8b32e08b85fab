import { LRUCache } from "lru-cache";
import type { RefreshPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens, type TokenPair } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { appMemory } from "@/lib/store/app-memory";

/** Refresh a little early, so that a token does not expire on its way to the backend. */
const EARLY_SECONDS = 5;

// #region flights
/** After its answer: for a request that was already on its way with the old token when the new one arrived. */
const KEPT_SECONDS = 10;

type Flight = { tokens: Promise<TokenPair>; keptUntil: number };

/** One list for the app: Next bundles pages and Route Handlers apart, and a variable would exist once in each. */
const appFlights = appMemory("flights", () => new LRUCache<string, Flight>({ max: 10_000 }));
// #endregion flights

// #region single-flight
/**
 * One call to the backend for each refresh token, however many ask: the rest get the first one's answer.
 *
 * @throws BackendError to everybody who waited; a failure is not kept
 */
function refreshOnce(refreshToken: string): Promise<TokenPair> {
  const flights = appFlights();
  const known = flights.get(refreshToken);
  if (known && now() < known.keptUntil) return known.tokens;
  const flight = { tokens: refreshTokens(refreshToken), keptUntil: Number.POSITIVE_INFINITY };
  flights.set(refreshToken, flight);
  flight.tokens.then(
    () => {
      flight.keptUntil = now() + KEPT_SECONDS;
    },
    () => flights.delete(refreshToken),
  );
  return flight.tokens;
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
