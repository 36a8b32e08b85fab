"use server";

// Written by `node --import tsx scripts/write-action-modules.ts`.
import * as actions from "@/content/lessons/server-action-protection/variants/signed-in";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { inAction } from "@/lib/lab/server/action/in-action";

export async function deleteNote(id: string): Promise<ActionAnswer> {
  return inAction("signed-in", "deleteNote", [id], () => actions.deleteNote(id));
}

export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  return inAction("signed-in", "deleteNotes", [ids], () => actions.deleteNotes(ids));
}
