"use server";

import { revalidatePath } from "next/cache";
import { currentSession } from "@/content/notes-app/current-session";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { asService } from "@/lib/backend/service";
import type { Role } from "@/lib/backend/users";

/**
 * Your turn. These run as the variant `yours`: choose it in the lab, edit this file under `npm run dev`, and attack it.
 * What to reach, each with the check that tells:
 *
 * 1. Nobody's POST changes anything, whatever path it takes and with or without JavaScript. (nobody, through-root,
 *    through-nowhere, without-javascript)
 * 2. A note goes only when its owner or an admin says so, and roles change only for an admin. (not-yours, not-admin)
 * 3. What counts is the role of now. (demoted, suspended)
 * 4. An argument that is not what it should be never reaches the backend. (malformed, oversized, polluting)
 * 5. Every export is guarded, used or not. (unused-sibling)
 * 6. The caller learns nothing but that it worked or did not. (same-answer, no-internals, minimal-answer)
 *
 * The app's pages have words for the errors `signed-out`, `invalid`, `refused` and `unavailable`. In `@/lib/backend`,
 * `notes.ts` and `users.ts` make calls with a user's own access token.
 */
// #region actions
export async function deleteNote(id: string): Promise<ActionAnswer> {
  const session = await currentSession();
  if (!session) return { ok: false, error: "signed-out" };
  try {
    await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  } catch (error) {
    return { ok: false, error: String(error) };
  }
  revalidatePath("/notes");
  return { ok: true };
}

export async function setRole(userId: string, role: Role) {
  const session = await currentSession();
  if (session?.user.role !== "admin") return { ok: false as const, error: "refused" };
  try {
    const user = await asService("PATCH", `/v1/admin/users/${encodeURIComponent(userId)}`, { role });
    revalidatePath("/notes/admin");
    return { ok: true as const, user };
  } catch (error) {
    return { ok: false as const, error: String(error) };
  }
}

/** For a "delete selected" button that never shipped. No page uses it. */
export async function deleteNotes(ids: string[]): Promise<ActionAnswer> {
  for (const id of ids) await asService("DELETE", `/v1/notes/${encodeURIComponent(id)}`);
  return { ok: true };
}
// #endregion actions
