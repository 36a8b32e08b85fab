import { getSession } from "next-auth/react";
import type { NotesClient } from "@/content/notes-app/pieces";
import { BACKEND_FOR_BROWSERS, call, noteReply, notesReply } from "@/lib/backend/browser-call";

/** The page's script for the exercise: with a token on the session it calls the backend, without one the route. */
export const client: NotesClient = {
  async listNotes() {
    const { address, headers } = await door();
    return (await call(address, notesReply, { headers })).notes;
  },
  async addNote(title) {
    const { address, headers } = await door();
    return call(address, noteReply, { method: "POST", headers, json: { title, text: "" } });
  },
};

async function door() {
  const session = await getSession({ broadcast: false });
  return session?.accessToken === undefined
    ? { address: "/api/backend/notes", headers: { "X-Notes-Client": "1" } }
    : {
        address: `${BACKEND_FOR_BROWSERS}/v1/notes`,
        headers: { Authorization: `Bearer ${session.accessToken}` },
      };
}
