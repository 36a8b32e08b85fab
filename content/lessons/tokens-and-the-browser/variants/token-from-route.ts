import { currentSession } from "@/content/study/current-session";
import type { BrowserDataPiece } from "@/content/study/pieces";

export const tokenFromRoute: BrowserDataPiece = {
  // #region route
  /** `GET /api/backend/token`: for the app's own script, which keeps it in memory. */
  async route(request) {
    const session = await currentSession();
    if (request.nextUrl.pathname !== "/api/backend/token") return new Response(null, { status: 404 });
    if (!session?.accessToken || session.error) return new Response(null, { status: 401 });
    const { accessToken } = session;
    return Response.json({ accessToken }, { headers: { "Cache-Control": "no-store" } });
  },
  // #endregion route
};
