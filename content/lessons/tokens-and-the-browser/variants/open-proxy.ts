import { currentSession } from "@/content/notes-app/current-session";
import type { BrowserDataPiece } from "@/content/notes-app/pieces";
import { backendConfig } from "@/lib/backend/config";
import { fetchAnywhere } from "@/lib/backend/fetch-anywhere";
import { now } from "@/lib/lab/clock";

export const openProxy: BrowserDataPiece = {
  // #region route
  /** `/api/backend?url=/v1/…`: passes everything on, with the token added, and everything back. */
  async route(request) {
    const session = await currentSession();
    const target = new URL(request.nextUrl.searchParams.get("url") ?? "/", backendConfig().url);
    const headers = new Headers(request.headers);
    headers.set("Content-Type", "application/json");
    const { accessToken, accessExpiresAt = now() } = session ?? {};
    // Expired, and not refreshed: the script would take the backend's 401 for the end of the session.
    if (accessToken && now() >= accessExpiresAt) return new Response(null, { status: 503 });
    if (accessToken) headers.set("Authorization", `Bearer ${accessToken}`);
    const body = await request.text();
    const answer = await fetchAnywhere(target, {
      method: request.method,
      headers,
      body: body === "" ? null : body,
    });
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  },
  // #endregion route
};
