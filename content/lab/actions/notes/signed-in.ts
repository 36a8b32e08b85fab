"use server";

// Written by `node --import tsx scripts/write-action-modules.ts`.
import { inAction } from "@/content/lab/in-action";
import * as actions from "@/content/lessons/server-action-protection/variants/signed-in";
import type { ActionAnswer } from "@/content/notes-app/pieces";

export async function deleteNote(id: string): Promise<ActionAnswer> {
  return inAction("signed-in", "deleteNote", [id], () => actions.deleteNote(id));
}

export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  return inAction("signed-in", "deleteNotes", [ids], () => actions.deleteNotes(ids));
}
