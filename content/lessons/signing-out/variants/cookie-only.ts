import type { SignOutPiece } from "@/content/notes-app/pieces";

// #region piece
/** `signOut()` is enough, is it not? The button works, and the page says “Signed out”. */
export const cookieOnly: SignOutPiece = {};
// #endregion piece
