import { z } from "zod";
import { currentSession } from "@/content/notes-app/current-session";
import type { BrowserDataPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { addNote, listNotes } from "@/lib/backend/notes";
import { readBoundedJson } from "@/lib/backend/read-bounded";
import { usableAccessToken } from "@/lib/backend/tokens";
import { callerOf } from "@/lib/http/same-origin";

const LONGEST_BODY_BYTES = 16 * 1024;
const newNote = z.object({ title: z.string().trim().min(1).max(120), text: z.string().max(2_000) });

/** One address, two methods, and nothing that the caller chooses. The session is left as it is. */
export const yours: BrowserDataPiece = {
  async route(request) {
    if (!isFromOurPage(request)) return refusal(403, "cross-site");
    if (request.nextUrl.pathname !== "/api/backend/notes") return refusal(404, "unknown");
    const session = await currentSession();
    if (session?.accessToken === undefined || session.error) return refusal(401, "signed-out");
    const { accessToken, accessExpiresAt } = session;
    try {
      const token = usableAccessToken({ accessToken, accessExpiresAt });
      if (request.method === "GET") return answer({ notes: await listNotes(token) });
      if (request.method !== "POST") return refusal(405, "unknown");
      const body = await readBoundedJson(request.body, LONGEST_BODY_BYTES).catch(() => undefined);
      const note = newNote.safeParse(body);
      if (!note.success) return refusal(400, "invalid");
      return answer(await addNote(token, note.data));
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      return error.code === "refused" ? refusal(401, "signed-out") : refusal(503, "unavailable");
    }
  },
};

/** What the browser says of who asks; a header that needs a preflight where it says nothing. */
function isFromOurPage(request: Request): boolean {
  const caller = callerOf(request);
  return caller === "unknown" ? request.headers.has("X-Notes-Client") : caller === "own-page";
}

function answer(data: object, status = 200): Response {
  return Response.json(data, { status, headers: { "Cache-Control": "no-store" } });
}

function refusal(status: number, error: string): Response {
  return answer({ error }, status);
}
