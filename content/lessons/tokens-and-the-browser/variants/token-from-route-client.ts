import * as z from "zod/mini";
import type { NotesClient } from "@/content/notes-app/pieces";
import { BACKEND_FOR_BROWSERS, call, noteReply, notesReply } from "@/lib/backend/browser-call";

export const client: NotesClient = {
  listNotes: async () =>
    (await call(`${BACKEND_FOR_BROWSERS}/v1/notes`, notesReply, await withBearer())).notes,

  addNote: async (title) =>
    call(`${BACKEND_FOR_BROWSERS}/v1/notes`, noteReply, {
      ...(await withBearer()),
      method: "POST",
      json: { title, text: "" },
    }),
};

// #region memory
const tokenReply = z.object({ accessToken: z.string() });

/** Not in localStorage: in a variable of this module, which no other script can read. */
let asked: Promise<{ accessToken: string }> | undefined;

async function withBearer() {
  asked ??= call("/api/backend/token", tokenReply);
  return { headers: { Authorization: `Bearer ${(await asked).accessToken}` } };
}
// #endregion memory
