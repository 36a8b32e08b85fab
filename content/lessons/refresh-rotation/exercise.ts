import type { RefreshPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";

/** Refresh a little early, so that a token does not expire on its way to the backend. */
const EARLY_SECONDS = 5;

/**
 * Your turn. This file runs as the variant `yours`: choose it in the lab, edit it under `npm run dev`, and play
 * the scenarios. It starts as the usual recipe. What to reach, each with the check that tells, and none of it
 * with a grace window at the backend:
 *
 * 1. A page whose layout and page both read the session refreshes once, and the browser keeps what came of it.
 *    (layout-and-page)
 * 2. Requests that arrive together share one refresh. (parallel-requests, two-tabs, no-successor)
 * 3. An answer that began before the refresh and lands after it does no harm. (late-answer)
 * 4. A cookie that was copied before sign-out opens nothing after it. (copied-cookie)
 * 5. Two users who refresh at the same moment stay apart. (two-users)
 * 6. What works already goes on working. (all the others)
 *
 * Two seams are there for it, see RefreshPiece: `proxy` runs before anything renders and can write the request's
 * and the response's cookie; `tokens` and `signOut` let the tokens live somewhere else than in the cookie.
 */
export const yours: RefreshPiece = {
  // #region jwt
  async jwt(token) {
    if (token.error || !token.refreshToken || !token.accessExpiresAt) return token;
    if (now() < token.accessExpiresAt - EARLY_SECONDS) return token;
    try {
      return { ...token, ...(await refreshTokens(token.refreshToken)) };
    } catch (error) {
      if (error instanceof BackendError && error.code === "refused") {
        return { ...token, error: "RefreshTokenError" };
      }
      return token;
    }
  },
  // #endregion jwt
};
