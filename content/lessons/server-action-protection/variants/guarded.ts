"use server";

import { revalidatePath } from "next/cache";
import * as data from "./guarded-data";

// #region actions
export async function deleteNote(id: string): Promise<data.Answer> {
  const answer = await data.answering(() => data.deleteNote(id));
  if (answer.ok) revalidatePath("/notes");
  return answer;
}

export async function setRole(userId: string, role: string): Promise<data.Answer> {
  const answer = await data.answering(() => data.setRole(userId, role));
  if (answer.ok) revalidatePath("/notes/admin");
  return answer;
}

/** For a "delete selected" button that never shipped. No page uses it, and anybody can call it. */
export async function deleteNotes(ids: string[]): Promise<data.Answer> {
  return data.answering(() => data.deleteNotes(ids));
}
// #endregion actions
