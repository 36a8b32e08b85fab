"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import * as backend from "../../lib/backend";
import { accessToken } from "../../lib/session";

const form = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });

/** Anybody can post this, with anything in it: session first, then the input, then the backend as the user. */
export async function deleteNote(data: FormData): Promise<void> {
  const token = await accessToken();
  if (token === null) redirect("/signin");
  const fields = form.safeParse(Object.fromEntries(data));
  if (!fields.success) return;
  await backend.deleteNote(token, fields.data.id);
  revalidatePath("/notes");
}
