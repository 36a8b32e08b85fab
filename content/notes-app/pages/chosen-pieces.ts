"use client";

import { createContext, useContext } from "react";
import type { ActionsPiece, NotesClient } from "../pieces";

/** The Server Actions that the forms of the notes page post to. */
export type NoteActions = Pick<ActionsPiece, "deleteNote" | "deleteNotes">;
/** The Server Action that the forms of the admin page post to. */
export type RoleActions = Pick<ActionsPiece, "setRole">;
/** Loads the script by which the page "by script" reaches the backend's data. */
export type LoadNotesClient = () => Promise<NotesClient>;

// An ordinary app imports its actions where it uses them. Here the lab chooses a variant and provides its actions.
export const NoteActionsContext = createContext<NoteActions | null>(null);
export const RoleActionsContext = createContext<RoleActions | null>(null);
export const NotesClientContext = createContext<LoadNotesClient | null>(null);

export const useNoteActions = (): NoteActions => provided(useContext(NoteActionsContext));
export const useRoleActions = (): RoleActions => provided(useContext(RoleActionsContext));
export const useNotesClient = (): LoadNotesClient => provided(useContext(NotesClientContext));

function provided<Piece>(piece: Piece | null): Piece {
  if (piece === null) throw new Error("This page is shown without the piece that it needs.");
  return piece;
}
