import { listNotes } from "@/lib/backend/notes";
import { withAccessToken } from "../require-session";
import { NoteList } from "./note-list";
import styles from "./notes-app.module.css";
import { Unavailable } from "./unavailable";

export async function NotesPage() {
  const answer = await withAccessToken("/notes", listNotes);
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      <h1>My notes</h1>
      {answer.ok ? <NoteList initial={answer.data} /> : <Unavailable path="/notes" />}
    </main>
  );
}
