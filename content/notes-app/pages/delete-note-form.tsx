"use client";

import { useActionState, useEffect } from "react";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import type { Note } from "@/lib/backend/notes";
import { actionMessage } from "./action-message";
import { BoundActions } from "./bound-action";
import { useNoteActions } from "./chosen-pieces";
import styles from "./notes-app.module.css";

const bound = new BoundActions<() => Promise<ActionAnswer>>();

/** One note's form. It posts the Server Action, by script or, without one, as a form. */
export function DeleteNoteForm(props: { note: Note; onDeleted: (note: Note) => void }) {
  const { note, onDeleted } = props;
  const { deleteNote } = useNoteActions();
  const action = bound.of(note, deleteNote, (each) => each.bind(null, note.id));
  const [answer, submit, pending] = useActionState<ActionAnswer | null>(action, null);
  const message = actionMessage(answer);

  useEffect(() => {
    if (answer?.ok) onDeleted(note);
  }, [answer, note, onDeleted]);

  return (
    <form action={submit} className={styles.action}>
      <button type="submit" disabled={pending} aria-busy={pending} aria-label={`Delete ${note.title}`}>
        {pending ? "Deleting…" : "Delete"}
      </button>
      {message !== null && <p role="alert">{message}</p>}
    </form>
  );
}
