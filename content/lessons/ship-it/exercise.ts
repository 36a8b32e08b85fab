import type { PresetPiece } from "@/content/notes-app/pieces";

/**
 * Yours. An app as a careful team leaves it after the second try: every lesson's half-fix. Choose better ones, or
 * write `yours` for a lesson whose exercise you have solved, until every line of the list is green.
 *
 * These choices are red under: the tokens are still on the session (no-token-in-session), an outage is still called a
 * wrong password (outage-is-named), the token in the cookie outlives it (one-lifetime), a page opened after expiry
 * costs the session at the next one (page-after-expiry), a copied cookie survives the sign-out (copied-cookie), and
 * actions ask for a session and for nothing else (action-ownership, action-permission, action-input).
 */
// #region choices
export const yours: PresetPiece = {
  "credentials-provider": "checked",
  "refresh-rotation": "in-callback-locked",
  "server-action-protection": "signed-in",
  "access-token-anatomy": "signature-only",
  "tokens-and-the-browser": "token-from-route",
  "signing-out": "revokes-refresh",
};
// #endregion choices
