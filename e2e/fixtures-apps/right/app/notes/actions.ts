"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import * as backend from "../../lib/backend";
import { failureMessages, failureOf } from "../../lib/failure";
import { asUser } from "../../lib/session";

const form = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });

/**
 * Anybody can post this, with anything in it: session first, then the input, then the backend as the user.
 *
 * @returns what has to be said, or null once the note is gone
 */
export async function deleteNote(_before: string | null, data: FormData): Promise<string | null> {
  const failure = await asUser(async (accessToken) => {
    const fields = form.safeParse(Object.fromEntries(data));
    if (!fields.success) return "not-found" as const;
    await backend.deleteNote(accessToken, fields.data.id);
    return null;
  }).catch(failureOf);
  if (failure !== null) return failureMessages[failure];
  revalidatePath("/notes");
  return null;
}
