"use server";

import { revalidatePath } from "next/cache";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { asService } from "@/lib/backend/service";
import type { Role } from "@/lib/backend/users";

// #region delete-note
export async function deleteNote(id: string): Promise<ActionAnswer> {
  await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  revalidatePath("/notes");
  return { ok: true };
}
// #endregion delete-note

// #region set-role
export async function setRole(userId: string, role: Role) {
  const user = await asService("PATCH", `/v1/admin/users/${encodeURIComponent(userId)}`, { role });
  revalidatePath("/notes/admin");
  return { ok: true as const, user };
}
// #endregion set-role

// #region sibling
/** For a "delete selected" button that never shipped. No page uses it. */
export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  for (const id of ids) await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  return { ok: true };
}
// #endregion sibling
