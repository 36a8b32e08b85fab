import type { SignOutPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { revokeTokens, usableAccessToken } from "@/lib/backend/tokens";
import { whoAmI } from "@/lib/backend/users";

export const revokesAndAsks: SignOutPiece = {
  async signOut({ refreshToken }) {
    if (refreshToken) await revokeTokens(refreshToken);
  },

  // #region is-alive
  /** Whenever a session is read: the backend knows by the token's `sid` whether it has ended. */
  async isAlive({ accessToken, accessExpiresAt, error }) {
    // The backend has refused to refresh: the session is over, and its error tells the user why.
    if (error !== undefined) return true;
    if (accessToken === undefined) return false;
    try {
      // An expired token is not sent: its 401 would say nothing about the session.
      await whoAmI(usableAccessToken({ accessToken, accessExpiresAt }));
      return true;
    } catch (failure) {
      // An outage is not a no: nobody is signed out for one.
      return !(failure instanceof BackendError) || failure.code !== "refused";
    }
  },
  // #endregion is-alive
};
