import type { NotesClient } from "@/content/notes-app/pieces";
import { call, noteReply, notesReply } from "@/lib/backend/browser-call";

// #region client
/** For browsers without Fetch Metadata: another site's page cannot send a header of its own. */
const headers = { "X-Notes-Client": "1" };

export const client: NotesClient = {
  listNotes: async () => (await call("/api/backend/notes", notesReply, { headers })).notes,
  addNote: (title) =>
    call("/api/backend/notes", noteReply, { method: "POST", headers, json: { title, text: "" } }),
};
// #endregion client
