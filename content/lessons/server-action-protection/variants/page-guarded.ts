"use server";

import { revalidatePath } from "next/cache";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { asService } from "@/lib/backend/service";
import type { Role } from "@/lib/backend/users";

// #region delete-note
/** Its form is on /notes, and that page sends whoever is not signed in away. */
export async function deleteNote(id: string): Promise<ActionAnswer> {
  await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  revalidatePath("/notes");
  return { ok: true };
}
// #endregion delete-note

// #region set-role
/** Its form is on /notes/admin, and the proxy lets admins onto that page only. */
export async function setRole(userId: string, role: Role) {
  const user = await asService("PATCH", `/v1/admin/users/${encodeURIComponent(userId)}`, { role });
  revalidatePath("/notes/admin");
  return { ok: true as const, user };
}
// #endregion set-role

/** For a "delete selected" button that never shipped. No page uses it. */
export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  for (const id of ids) await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  return { ok: true };
}
