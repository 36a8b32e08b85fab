import { currentSession } from "@/content/notes-app/current-session";
import type { BrowserDataPiece } from "@/content/notes-app/pieces";
import { now } from "@/lib/lab/clock";

export const tokenFromRoute: BrowserDataPiece = {
  // #region route
  /** `GET /api/backend/token`: for the app's own script, which keeps it in memory. */
  async route(request) {
    const session = await currentSession();
    if (request.nextUrl.pathname !== "/api/backend/token") return new Response(null, { status: 404 });
    if (session?.accessToken === undefined || session.error) return new Response(null, { status: 401 });
    const { accessToken, accessExpiresAt = now() } = session;
    // Expired, and not refreshed: the script would take the backend's 401 for the end of the session.
    if (now() >= accessExpiresAt) return new Response(null, { status: 503 });
    return Response.json({ accessToken }, { headers: { "Cache-Control": "no-store" } });
  },
  // #endregion route
};
