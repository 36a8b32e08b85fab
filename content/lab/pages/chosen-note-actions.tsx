"use client";

import type { ReactNode } from "react";
import { noteActions } from "@/content/lab/actions/note-actions";
import { NoteActionsContext } from "@/content/notes-app/pages/chosen-pieces";
import type { ActionsName } from "@/content/variants";

/** Gives the notes page the Server Actions of the chosen variant of lesson 3. */
export function ChosenNoteActions({ variant, children }: { variant: ActionsName; children: ReactNode }) {
  return <NoteActionsContext value={noteActions[variant]}>{children}</NoteActionsContext>;
}
