import type { PresetPiece } from "@/content/notes-app/pieces";

// #region choices
/** What the usual posts and answers add up to: each of these is the first recipe of its lesson. */
export const asUsual: PresetPiece = {
  // The whole form goes out, any answer signs in, both tokens are on the session.
  "credentials-provider": "as-posted",
  // Refresh inside the jwt callback, wherever it happens to run.
  "refresh-rotation": "in-callback",
  // The page asks for a session, the action does not.
  "server-action-protection": "page-guarded",
  // A service of your own reads the token, and believes what it reads.
  "access-token-anatomy": "decode-only",
  // The access token is on the session, for the page's own script to fetch with.
  "tokens-and-the-browser": "token-on-session",
  // One browser forgets its cookie, and nobody else hears of it.
  "signing-out": "cookie-only",
};
// #endregion choices
