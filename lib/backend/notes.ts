import { z } from "zod";
import { asUser, nothingReply, requestBackend } from "./request";

const noteSchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
const notesReply = z.object({ notes: z.array(noteSchema) });

export type Note = z.infer<typeof noteSchema>;

/** @throws BackendError */
export async function listNotes(accessToken: string): Promise<Note[]> {
  return (await requestBackend("/v1/notes", asUser(accessToken), notesReply)).notes;
}

/** @throws BackendError */
export async function addNote(accessToken: string, note: { title: string; text: string }): Promise<Note> {
  return requestBackend("/v1/notes", asUser(accessToken, { method: "POST", json: note }), noteSchema);
}

/** @throws BackendError `not-found` also for a note of someone else's */
export async function deleteNote(accessToken: string, id: string): Promise<void> {
  const path = `/v1/notes/${encodeURIComponent(id)}`;
  await requestBackend(path, asUser(accessToken, { method: "DELETE" }), nothingReply);
}
