"use client";

import { type FormEvent, useEffect, useState } from "react";
import { CallError, type Note } from "@/lib/backend/browser-call";
import { useNotesClient } from "./chosen-pieces";
import { AddNoteForm, NoteRows } from "./note-rows";
import styles from "./notes-app.module.css";

type State = { notes: readonly Note[] | null; problem: string | null; done: string };

/** The notes list of the page that fetches its notes in the browser. */
export function LiveNotes() {
  const loadClient = useNotesClient();
  const [state, setState] = useState<State>({ notes: null, problem: null, done: "" });

  useEffect(() => {
    let wanted = true;
    const show = (next: State) => wanted && setState(next);
    loadClient()
      .then((client) => client.listNotes())
      .then(
        (notes) => show({ notes, problem: null, done: "" }),
        (error: unknown) => show({ notes: null, problem: problemOf(error), done: "" }),
      );
    return () => {
      wanted = false;
    };
  }, [loadClient]);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const title = String(new FormData(form).get("title") ?? "");
    try {
      const note = await (await loadClient()).addNote(title);
      setState(({ notes }) => ({
        notes: [...(notes ?? []), note],
        problem: null,
        done: `Added “${note.title}”.`,
      }));
      form.reset();
    } catch (error) {
      setState((known) => ({ ...known, problem: problemOf(error), done: "" }));
    }
  }

  const { notes, problem, done } = state;
  return (
    <>
      {problem !== null && (
        <p className={styles.error} role="alert">
          {problem}
        </p>
      )}
      <p className={styles.done} role="status">
        {done}
      </p>
      {notes === null && problem === null && <p>Fetching your notes…</p>}
      {notes !== null && <NoteRows notes={notes} />}
      <AddNoteForm onSubmit={add} />
    </>
  );
}

function problemOf(error: unknown): string {
  const status = error instanceof CallError ? error.status : 0;
  if (status === 401) return "The backend no longer takes this page’s token. Sign in again.";
  return "The notes could not be reached. Try again in a moment.";
}
