"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { currentSession } from "@/content/notes-app/current-session";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import * as notes from "@/lib/backend/notes";
import { usableAccessToken } from "@/lib/backend/tokens";
import { roleSchema, updateUser, whoAmI } from "@/lib/backend/users";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const ids = z.array(id).min(1).max(20);
const roleChange = z.object({ userId: id, role: roleSchema });

/** A solution of the exercise: one path that every export takes, and the backend's word at the end of it. */
// #region actions
export async function deleteNote(noteId: string): Promise<ActionAnswer> {
  return guarded(id, noteId, async (accessToken, parsed) => {
    await notes.deleteNote(accessToken, parsed);
    revalidatePath("/notes");
  });
}

export async function setRole(userId: string, role: string): Promise<ActionAnswer> {
  return guarded(roleChange, { userId, role }, async (accessToken, change) => {
    const user = await whoAmI(accessToken);
    if (user.role !== "admin") throw new BackendError("forbidden");
    await updateUser(accessToken, change.userId, { role: change.role });
    revalidatePath("/notes/admin");
  });
}

/** For a "delete selected" button that never shipped. No page uses it, and anybody can call it. */
export async function deleteNotes(noteIds: string[]): Promise<ActionAnswer> {
  return guarded(ids, noteIds, async (accessToken, parsed) => {
    for (const noteId of parsed) await notes.deleteNote(accessToken, noteId);
  });
}
// #endregion actions

/** Session, then input, then the work with the user's own access token: the backend decides who may. */
async function guarded<Input>(
  schema: z.ZodType<Input>,
  argument: unknown,
  work: (accessToken: string, input: Input) => Promise<void>,
): Promise<ActionAnswer> {
  const session = await currentSession();
  if (session?.accessToken === undefined || session.error) return { ok: false, error: "signed-out" };
  const { accessToken, accessExpiresAt } = session;
  const input = schema.safeParse(argument);
  if (!input.success) return { ok: false, error: "invalid" };
  try {
    await work(usableAccessToken({ accessToken, accessExpiresAt }), input.data);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { ok: false, error: answers[error.code] };
  }
}

/** One word for "no such thing", "not yours" and "not for you". */
const answers = {
  refused: "signed-out",
  forbidden: "refused",
  "not-found": "refused",
  "locked-out": "unavailable",
  misconfigured: "unavailable",
  unavailable: "unavailable",
  malformed: "unavailable",
} as const satisfies Record<BackendError["code"], string>;
