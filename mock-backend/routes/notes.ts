import type { Context } from "hono";
import { MAX_NOTES, newNoteSchema } from "../domain/notes.ts";
import { publicUser } from "../domain/users.ts";
import { jsonBody } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { empty, json, NO_STORE } from "../http/reply.ts";
import { authenticate, requireScope } from "./authenticate.ts";
import type { Route } from "./route.ts";

async function me(context: Context<BackendEnv>): Promise<Response> {
  const { user } = await authenticate(context);
  return json(context, 200, publicUser(user), NO_STORE);
}

async function listNotes(context: Context<BackendEnv>): Promise<Response> {
  const caller = await authenticate(context);
  requireScope(caller, "notes:read");
  const notes = await context.get("lab").notes.list();
  return json(context, 200, { notes: notes.filter((note) => note.ownerId === caller.user.id) }, NO_STORE);
}

async function addNote(context: Context<BackendEnv>): Promise<Response> {
  const caller = await authenticate(context);
  requireScope(caller, "notes:write");
  const wanted = jsonBody(context.get("body"), newNoteSchema);
  const note = await context.get("lab").notes.add(caller.user.id, wanted);
  if (!note) throw new ApiError(409, "note_limit", `This lab keeps ${MAX_NOTES} notes: delete one first.`);
  return json(context, 201, note, { ...NO_STORE, Location: `/v1/notes/${note.id}` });
}

/** Someone else's note is answered like one that does not exist, unless an admin asks. */
async function deleteNote(context: Context<BackendEnv>): Promise<Response> {
  const caller = await authenticate(context);
  requireScope(caller, "notes:write");
  const { notes } = context.get("lab");
  const note = await notes.byId(context.req.param("id") ?? "");
  const mayDelete = note && (note.ownerId === caller.user.id || caller.user.role === "admin");
  if (!mayDelete || !(await notes.remove(note.id)))
    throw new ApiError(404, "not_found", "There is no such note.");
  return empty(context, 204);
}

export const noteRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/me", does: "who the access token speaks for", handler: me },
  { method: "GET", path: "/v1/notes", does: "my notes", handler: listNotes },
  { method: "POST", path: "/v1/notes", does: "adds a note", handler: addNote },
  { method: "DELETE", path: "/v1/notes/:id", does: "deletes a note", handler: deleteNote },
];
