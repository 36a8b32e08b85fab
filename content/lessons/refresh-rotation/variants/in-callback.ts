import type { RefreshPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";

/** Refresh a little early, so that a token does not expire on its way to the backend. */
const EARLY_SECONDS = 5;

export const inCallback: RefreshPiece = {
  // #region jwt
  async jwt(token) {
    if (token.error || !token.refreshToken || !token.accessExpiresAt) return token;
    if (now() < token.accessExpiresAt - EARLY_SECONDS) return token;
    try {
      return { ...token, ...(await refreshTokens(token.refreshToken)) };
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
