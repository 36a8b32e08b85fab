import type { NotesClient } from "@/content/notes-app/pieces";
import { call, noteReply, notesReply } from "@/lib/backend/browser-call";

const notes = `/api/backend?${new URLSearchParams({ url: "/v1/notes" })}`;

export const client: NotesClient = {
  listNotes: async () => (await call(notes, notesReply)).notes,
  addNote: (title) => call(notes, noteReply, { method: "POST", json: { title, text: "" } }),
};
