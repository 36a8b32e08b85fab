import type { SignOutPiece } from "@/content/notes-app/pieces";
import { revokeTokens } from "@/lib/backend/tokens";

export const revokesRefresh: SignOutPiece = {
  // #region sign-out
  /** NextAuth's `events.signOut`: the backend's one chance to hear of it. */
  async signOut({ refreshToken }) {
    if (refreshToken) await revokeTokens(refreshToken);
  },
  // #endregion sign-out
};
