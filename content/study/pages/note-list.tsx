"use client";

import { type FormEvent, useState } from "react";
import type { Note } from "@/lib/backend/notes";
import styles from "./study.module.css";

const failure = "That did not work. Reload the page and try again.";

/** The list, and its changes through the Route Handler at /api/notes. */
export function NoteList({ initial }: { initial: Note[] }) {
  const [notes, setNotes] = useState(initial);
  const [error, setError] = useState<string | null>(null);

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

  async function remove(id: string) {
    const response = await fetch(`/api/notes/${encodeURIComponent(id)}`, { method: "DELETE" });
    if (!response.ok) return setError(failure);
    setNotes((known) => known.filter((note) => note.id !== id));
    setError(null);
  }

  return (
    <>
      {error !== null && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {notes.length === 0 ? (
        <p>No notes yet.</p>
      ) : (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note.id}>
              <div>
                <strong>{note.title}</strong>
                <p>{note.text}</p>
              </div>
              <button type="button" onClick={() => remove(note.id)} aria-label={`Delete ${note.title}`}>
                Delete
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.add} onSubmit={add}>
        <label>
          New note
          <input name="title" required maxLength={120} />
        </label>
        <button type="submit">Add</button>
      </form>
    </>
  );
}
