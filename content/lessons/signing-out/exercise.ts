import type { SignOutPiece } from "@/content/study/pieces";
import { revokeTokens } from "@/lib/backend/tokens";

/**
 * Your turn. This file runs as the variant `yours`: choose it in the lab, edit it under `npm run dev`, and sign out. It
 * starts as the better half of the apps do. What to reach, each with the check that tells:
 *
 * 1. A copy of the cookie is nobody, for NextAuth and for a page that asks nobody else. (cookie-session, cookie-page)
 * 2. The backend is down, and the user is signed out all the same. It hears of it later. (backend-down)
 * 3. One press signs the user out in every browser. (everywhere)
 * 4. What works goes on working: nobody is signed out by an outage, by somebody else's sign-out, or by another site,
 *    and reading a session asks the backend nothing. (outage-while-in, one-only, twice, other-site, no-extra-call)
 *
 * SignOutPiece says what is called when. `sharedStore(name)` in `@/lib/backend/shared-store` keeps what must outlive a
 * request; the cookie has room for a `sessionId`. Any refresh token of a sign-in ends all of it at the backend, the
 * first one as well.
 */
export const yours: SignOutPiece = {
  async signOut({ refreshToken }) {
    if (refreshToken) await revokeTokens(refreshToken);
  },
};
