"use server";

import { revalidatePath } from "next/cache";
import { deleteAnyNote } from "../../lib/backend";

/** Wrong: only the page checks who is signed in, and nobody has to go through the page. */
export async function deleteNote(data: FormData): Promise<void> {
  await deleteAnyNote(String(data.get("id")));
  revalidatePath("/notes");
}
