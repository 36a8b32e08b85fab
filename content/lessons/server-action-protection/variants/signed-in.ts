"use server";

import { revalidatePath } from "next/cache";
import { currentSession } from "@/content/notes-app/current-session";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { asService } from "@/lib/backend/service";
import type { Role } from "@/lib/backend/users";

// #region delete-note
export async function deleteNote(id: string): Promise<ActionAnswer> {
  const session = await currentSession();
  if (!session) return { ok: false, error: "You are not signed in." };
  try {
    await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  } catch (error) {
    return { ok: false, error: String(error) };
  }
  revalidatePath("/notes");
  return { ok: true };
}
// #endregion delete-note

// #region set-role
export async function setRole(userId: string, role: Role) {
  const session = await currentSession();
  if (!session) return { ok: false as const, error: "You are not signed in." };
  try {
    const user = await asService("PATCH", `/v1/admin/users/${encodeURIComponent(userId)}`, { role });
    revalidatePath("/notes/admin");
    return { ok: true as const, user };
  } catch (error) {
    return { ok: false as const, error: String(error) };
  }
}
// #endregion set-role

/** For a "delete selected" button that never shipped. No page uses it. */
export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  for (const id of ids) await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  return { ok: true };
}
