import type { NextRequest } from "next/server";
import { z } from "zod";
import { DELETE as guardedDelete } from "@/content/lessons/server-action-protection/variants/guarded-route";
import { serverSession } from "@/content/notes-app/session";
import { BackendError } from "@/lib/backend/errors";
import { addNote, listNotes } from "@/lib/backend/notes";
import { usableAccessToken } from "@/lib/backend/tokens";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { BodyError, readJson } from "@/lib/http/read-json";
import { isSameOrigin } from "@/lib/http/same-origin";
import { LabError } from "@/lib/lab/server/control";
import type { VariantChoice } from "@/lib/lab/server/cookies";
import { EXCHANGE_HEADER, recordResponse } from "@/lib/lab/server/exchange";
import { inLab } from "@/lib/lab/server/in-lab";
import { answerWithoutLab } from "@/lib/lab/server/without-lab";

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

/** `DELETE /api/notes/:id`: lesson 3's Route Handler, over the same data layer as its guarded Server Action. */
export async function removeNote(
  request: NextRequest,
  context: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handled(request, () => guardedDelete(request, context));
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
  if (request.method !== "GET" && !isSameOrigin(request)) {
    return crossSite();
  }
  return handled(request, async (choice) => {
    const session = await serverSession(choice);
    if (session === null || session.error !== undefined || session.accessToken === undefined) {
      return jsonError(401, "refused", "Sign in again.");
    }
    const { accessToken, accessExpiresAt } = session;
    return answer(() => work(usableAccessToken({ accessToken, accessExpiresAt })));
  });
}

/** Runs a Route Handler inside the lab, with its answer recorded. */
async function handled(
  request: NextRequest,
  work: (choice: VariantChoice) => Promise<Response>,
): Promise<Response> {
  try {
    return await inLab("route-handler", async (choice) => {
      const response = await work(choice);
      await recordResponse(request.headers.get(EXCHANGE_HEADER), response.status, request.nextUrl.pathname);
      return response;
    });
  } catch (error) {
    if (error instanceof LabError) return answerWithoutLab(error);
    throw error;
  }
}

async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BodyError)
      return jsonError(400, "invalid_request", "The body is not JSON of 16 KiB at most.");
    if (!(error instanceof BackendError)) throw error;
    const [status, description] = answers[error.code];
    return jsonError(status, error.code, description);
  }
}
