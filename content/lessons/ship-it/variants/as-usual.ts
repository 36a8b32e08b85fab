import type { Preset } from "@/content/study/pieces";

// #region choices
/** What the usual posts and answers add up to: each of these is the first recipe of its lesson. */
export const asUsual: Preset = {
  // The whole form goes out, any answer signs in, both tokens are on the session.
  "credentials-provider": "as-posted",
  // Refresh inside the jwt callback, wherever it happens to run.
  "refresh-rotation": "in-callback",
  // The page asks for a session, the action does not.
  "server-action-protection": "page-guarded",
};
// #endregion choices
