import type { SignOutPiece } from "@/content/study/pieces";
import { BackendError } from "@/lib/backend/errors";
import { revokeTokens, usableAccessToken } from "@/lib/backend/tokens";
import { whoAmI } from "@/lib/backend/users";

export const revokesAndAsks: SignOutPiece = {
  async signOut({ refreshToken }) {
    if (refreshToken) await revokeTokens(refreshToken);
  },

  // #region is-alive
  /** Whenever a session is read: the backend knows by the token's `sid` whether it has ended. */
  async isAlive({ accessToken, accessExpiresAt }) {
    if (accessToken === undefined) return false;
    try {
      // An expired token is not sent: its 401 would say nothing about the session.
      await whoAmI(usableAccessToken({ accessToken, accessExpiresAt }));
      return true;
    } catch (error) {
      // An outage is not a no: nobody is signed out for one.
      return !(error instanceof BackendError) || error.code !== "refused";
    }
  },
  // #endregion is-alive
};
