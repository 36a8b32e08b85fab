"use server";

import { revalidatePath } from "next/cache";
import { currentSession } from "@/content/notes-app/current-session";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { listNotes } from "@/lib/backend/notes";
import { asService } from "@/lib/backend/service";
import type { Role } from "@/lib/backend/users";

// #region delete-note
export async function deleteNote(id: string): Promise<ActionAnswer> {
  const session = await currentSession();
  if (!session?.accessToken) return { ok: false, error: "You are not signed in." };
  try {
    // An admin may delete any note, a member the ones on the member's own list.
    if (session.user.role !== "admin") {
      const own = await listNotes(session.accessToken);
      if (!own.some((note) => note.id === id)) return { ok: false, error: "This is not your note." };
    }
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
  if (session?.user.role !== "admin") return { ok: false as const, error: "Only an admin may do this." };
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
