import type { BrowserDataPiece } from "@/content/study/pieces";

export const tokenOnSession: BrowserDataPiece = {
  // #region session
  session: (session, token) => ({ ...session, accessToken: token.accessToken }),
  // #endregion session
};
