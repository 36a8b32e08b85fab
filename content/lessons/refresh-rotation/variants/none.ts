import type { RefreshPiece } from "@/content/notes-app/pieces";
import { now } from "@/lib/lab/clock";

export const none: RefreshPiece = {
  // #region jwt
  async jwt(token) {
    // Sign-in put the access token here, and here it stays: the session dies with it.
    const isOver = token.accessExpiresAt !== undefined && now() >= token.accessExpiresAt;
    return isOver ? { ...token, error: "AccessTokenExpired" } : token;
  },
  // #endregion jwt
};
