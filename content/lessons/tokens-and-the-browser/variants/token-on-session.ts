import type { BrowserDataPiece } from "@/content/notes-app/pieces";
import { now } from "@/lib/lab/clock";

export const tokenOnSession: BrowserDataPiece = {
  // #region session
  session: (session, { accessToken, accessExpiresAt = now() }) =>
    // An expired token is left out: the script would take the backend's 401 for the end of the session.
    now() < accessExpiresAt ? { ...session, accessToken } : session,
  // #endregion session
};
