import { getSession } from "next-auth/react";
import type { NotesClient } from "@/content/notes-app/pieces";
import { BACKEND_FOR_BROWSERS, CallError, call, noteReply, notesReply } from "@/lib/backend/browser-call";

export const client: NotesClient = {
  // #region client
  listNotes: async () =>
    (await call(`${BACKEND_FOR_BROWSERS}/v1/notes`, notesReply, await withBearer())).notes,

  addNote: async (title) =>
    call(`${BACKEND_FOR_BROWSERS}/v1/notes`, noteReply, {
      ...(await withBearer()),
      method: "POST",
      json: { title, text: "" },
    }),
  // #endregion client
};

// #region bearer
async function withBearer() {
  const session = await getSession({ broadcast: false });
  if (session?.accessToken === undefined) throw new CallError(session && !session.error ? 503 : 401);
  return { headers: { Authorization: `Bearer ${session.accessToken}` } };
}
// #endregion bearer
