import type { NextRequest } from "next/server";
import { z } from "zod";
import { BackendError } from "@/lib/backend/errors";
import { addNote, listNotes } from "@/lib/backend/notes";
import { usableAccessToken } from "@/lib/backend/tokens";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { BodyError, bodyRefusal, readJson } from "@/lib/http/read-json";
import { isSameOrigin } from "@/lib/http/same-origin";
import { currentSession } from "../current-session";

const newNote = z.object({
  title: z.string().trim().min(1).max(120),
  text: z.string().max(2_000).default(""),
});

/** `GET /api/notes` */
export async function getNotes(request: NextRequest): Promise<Response> {
  return withToken(request, async (token) => Response.json({ notes: await listNotes(token) }));
}

/** `POST /api/notes {title, text?}` */
export async function postNote(request: NextRequest): Promise<Response> {
  return withToken(request, async (token) => {
    const parsed = newNote.safeParse(await readJson(request));
    if (!parsed.success)
      return jsonError(400, "invalid_request", "A note needs a title of 1 to 120 characters.");
    return Response.json(await addNote(token, parsed.data), { status: 201 });
  });
}

const answers: Record<BackendError["code"], [status: number, description: string]> = {
  refused: [401, "Sign in again."],
  forbidden: [403, "You may not do this."],
  "not-found": [404, "There is no such note of yours."],
  "locked-out": [503, "Try again later."],
  misconfigured: [503, "The backend refuses this app. Its owner has to look at it."],
  unavailable: [503, "The backend does not answer. Try again in a moment."],
  malformed: [503, "The backend does not answer properly. Try again in a moment."],
};

/** A Route Handler is as public as a page: it reads the session itself, and asks the backend as the user. */
async function withToken(
  request: NextRequest,
  work: (token: string) => Promise<Response>,
): Promise<Response> {
  if (request.method !== "GET" && !isSameOrigin(request)) return crossSite();
  const session = await currentSession();
  if (session === null || session.error !== undefined || session.accessToken === undefined) {
    return jsonError(401, "refused", "Sign in again.");
  }
  const { accessToken, accessExpiresAt } = session;
  return answer(() => work(usableAccessToken({ accessToken, accessExpiresAt })));
}

async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BodyError) return bodyRefusal(error);
    if (!(error instanceof BackendError)) throw error;
    const [status, description] = answers[error.code];
    return jsonError(status, error.code, description);
  }
}
