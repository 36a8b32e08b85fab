import type { RefreshPiece } from "@/content/study/pieces";

export const none: RefreshPiece = {
  // #region jwt
  async jwt(token) {
    // Sign-in put the access token here, and here it stays: the session dies with it.
    return token;
  },
  // #endregion jwt
};
