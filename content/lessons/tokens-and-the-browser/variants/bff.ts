import { z } from "zod";
import { currentSession } from "@/content/notes-app/current-session";
import type { BrowserDataPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { addNote, deleteNote, listNotes } from "@/lib/backend/notes";
import { readBoundedJson } from "@/lib/backend/read-bounded";
import { usableAccessToken } from "@/lib/backend/tokens";
import { callerOf } from "@/lib/http/same-origin";

// #region operations
const newNote = z.object({ title: z.string().trim().min(1).max(120), text: z.string().max(2_000) });
const nothing = z.undefined();

/** All that a browser can ask for. Each names its address, reads its input, and says what of the answer goes back. */
const operations = [
  operation("GET", /^notes$/, nothing, async ({ token }) => ({ notes: await listNotes(token) })),
  operation("POST", /^notes$/, newNote, async ({ token, input }) => addNote(token, input)),
  operation("DELETE", /^notes\/([\w-]{1,64})$/, nothing, async ({ token, id }) => {
    await deleteNote(token, id);
    return {};
  }),
];
// #endregion operations

export const bff: BrowserDataPiece = {
  // #region route
  async route(request) {
    if (!isFromOurPage(request)) return refusal(403, "cross-site");
    const path = request.nextUrl.pathname.replace(/^\/api\/backend\/?/, "");
    const chosen = operations.find(({ method, at }) => method === request.method && at.test(path));
    if (chosen === undefined) return refusal(404, "unknown");
    const session = await currentSession();
    if (session?.accessToken === undefined || session.error) return refusal(401, "signed-out");
    const { accessToken, accessExpiresAt } = session;
    try {
      const token = usableAccessToken({ accessToken, accessExpiresAt });
      const answer = await chosen.run(token, path, await bodyOf(request));
      return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
    } catch (error) {
      if (error instanceof z.ZodError) return refusal(400, "invalid");
      if (error instanceof BackendError) return refusal(...words[error.code]);
      throw error;
    }
  },
  // #endregion route
};

// #region from-our-page
/**
 * Where the browser does not say who asks, the page's script must send a header of ours: for that, another site's
 * script would need our leave in a preflight, which nobody gets.
 */
function isFromOurPage(request: Request): boolean {
  const caller = callerOf(request);
  return caller === "unknown" ? request.headers.has("X-Notes-Client") : caller === "own-page";
}
// #endregion from-our-page

// #region answers
const words: Record<BackendError["code"], [status: number, error: string]> = {
  refused: [401, "signed-out"],
  forbidden: [404, "unknown"],
  "not-found": [404, "unknown"],
  "locked-out": [503, "unavailable"],
  misconfigured: [503, "unavailable"],
  unavailable: [503, "unavailable"],
  malformed: [503, "unavailable"],
};

function refusal(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });
}
// #endregion answers

// #region input
type Given<Input> = { token: string; id: string; input: Input };

function operation<Input>(
  method: string,
  at: RegExp,
  schema: z.ZodType<Input>,
  work: (given: Given<Input>) => Promise<object>,
) {
  /** @throws ZodError, BackendError */
  const run = (token: string, path: string, body: unknown) =>
    work({ token, id: at.exec(path)?.[1] ?? "", input: schema.parse(body) });
  return { method, at, run };
}

const LONGEST_BODY_BYTES = 16 * 1024;

/** @returns undefined for no body, and null for one that no operation can read: too long, broken off, or not JSON */
async function bodyOf(request: Request): Promise<unknown> {
  const read = await readBoundedJson(request.body, LONGEST_BODY_BYTES).catch(() => undefined);
  return read === null ? undefined : (read ?? null);
}
// #endregion input
