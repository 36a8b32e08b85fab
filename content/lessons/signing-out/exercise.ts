import type { SignOutPiece } from "@/content/notes-app/pieces";
import { revokeTokens } from "@/lib/backend/tokens";

/**
 * Your turn. This file runs as the variant `yours`: choose it in the lab, edit it under `npm run dev`, and sign out. It
 * starts as the better half of the apps do. What to reach, each with the check that tells:
 *
 * 1. A copy of the cookie is nobody, for NextAuth and for a page that asks nobody else, and so is the browser to which
 *    an answer from before the sign-out comes late. (cookie-session, cookie-page, late-answer)
 * 2. The backend is down or answers nonsense, and the user is signed out all the same. It hears of it later, and nobody
 *    waits for that. (backend-down, not-heard, no-wait)
 * 3. One press signs the user out in every browser. (everywhere)
 * 4. What works goes on working: nobody is signed out by an outage, by somebody else's sign-out, or by another site,
 *    and reading a session asks the backend nothing. (outage-while-in, one-only, twice, other-site, no-extra-call)
 *
 * SignOutPiece says what is called when. `sharedStore(name)` in `@/lib/backend/shared-store` keeps what must outlive a
 * request; the cookie has room for a `sessionId`. A backend that rotates may know a sign-in by its newest refresh token
 * only: `isAlive` is given the one of the moment, whenever the session is read.
 */
export const yours: SignOutPiece = {
  async signOut({ refreshToken }) {
    if (refreshToken) await revokeTokens(refreshToken);
  },
};
