"use server";

// Written by `node --import tsx scripts/write-action-modules.ts`.
import * as actions from "@/content/lessons/server-action-protection/exercise";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { inAction } from "@/lib/lab/server/action/in-action";

export async function deleteNote(id: string): Promise<ActionAnswer> {
  return inAction("yours", "deleteNote", [id], () => actions.deleteNote(id));
}

export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  return inAction("yours", "deleteNotes", [ids], () => actions.deleteNotes(ids));
}
