import type { PresetPiece } from "@/content/notes-app/pieces";

// #region choices
/** The variant of each lesson that holds. */
export const ready: PresetPiece = {
  // Fields named, replies parsed, three errors, no token on the session, one lifetime said twice.
  "credentials-provider": "server-side",
  // The cookie holds an id; the tokens are on the server, and are refreshed there under a lock.
  "refresh-rotation": "token-store",
  // Session, parsed input, the backend's word on permission, ownership, in each action.
  "server-action-protection": "guarded",
  // One key, one algorithm, type, issuer, audience, every claim and the dates.
  "access-token-anatomy": "strict",
  // The browser calls three operations of the app's own, and gets no token.
  "tokens-and-the-browser": "bff",
  // A list says who is signed in; the backend is told until it has heard.
  "signing-out": "session-list",
};
// #endregion choices
