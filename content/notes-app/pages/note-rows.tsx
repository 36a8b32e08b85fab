import type { FormEventHandler, ReactNode } from "react";
import styles from "./notes-app.module.css";

type Row = { id: string; title: string; text: string };

/** The notes, or a word that there are none. @param beside what stands at the end of a note's row */
export function NoteRows<Note extends Row>({
  notes,
  beside,
}: {
  notes: readonly Note[];
  beside?: (note: Note) => ReactNode;
}) {
  if (notes.length === 0) return <p>No notes yet.</p>;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note.id}>
          <div>
            <strong>{note.title}</strong>
            <p>{note.text}</p>
          </div>
          {beside?.(note)}
        </li>
      ))}
    </ul>
  );
}

export function AddNoteForm({ onSubmit }: { onSubmit: FormEventHandler<HTMLFormElement> }) {
  return (
    <form className={styles.add} onSubmit={onSubmit}>
      <label>
        New note
        <input name="title" required maxLength={120} />
      </label>
      <button type="submit">Add</button>
    </form>
  );
}
