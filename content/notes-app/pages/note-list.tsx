"use client";

import { type FormEvent, useCallback, useRef, useState } from "react";
import type { Note } from "@/lib/backend/notes";
import { DeleteNoteForm } from "./delete-note-form";
import { AddNoteForm, NoteRows } from "./note-rows";
import styles from "./notes-app.module.css";

const failure = "That did not work. Reload the page and try again.";

/** The list. A note is added through the Route Handler at /api/notes, and deleted by a Server Action. */
export function NoteList({ initial }: { initial: Note[] }) {
  const [notes, setNotes] = useState(initial);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState("");
  const status = useRef<HTMLParagraphElement>(null);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const title = String(new FormData(form).get("title") ?? "");
    const response = await fetch("/api/notes", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ title }),
    });
    if (!response.ok) return setError(failure);
    const note: Note = await response.json();
    setNotes((known) => [...known, note]);
    setError(null);
    form.reset();
  }

  const removed = useCallback((gone: Note) => {
    setNotes((known) => known.filter((note) => note.id !== gone.id));
    setDone(`Deleted “${gone.title}”.`);
    // The button that had the focus is gone.
    status.current?.focus();
  }, []);

  return (
    <>
      {error !== null && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <p className={styles.done} role="status" tabIndex={-1} ref={status}>
        {done}
      </p>
      <NoteRows notes={notes} beside={(note) => <DeleteNoteForm note={note} onDeleted={removed} />} />
      <AddNoteForm onSubmit={add} />
    </>
  );
}
