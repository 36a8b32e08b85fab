"use server";

// Written by `node --import tsx scripts/write-action-modules.ts`.
import { inAction } from "@/content/lab/in-action";
import * as actions from "@/content/lessons/server-action-protection/variants/guarded";
import type { ActionAnswer } from "@/content/notes-app/pieces";

export async function deleteNote(id: string): Promise<ActionAnswer> {
  return inAction("guarded", "deleteNote", [id], () => actions.deleteNote(id));
}

export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  return inAction("guarded", "deleteNotes", [ids], () => actions.deleteNotes(ids));
}
