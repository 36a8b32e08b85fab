import { listNotes } from "@/lib/backend/notes";
import { inLab } from "../in-lab";
import { withAccessToken } from "../require-session";
import { NoteList } from "./note-list";
import styles from "./study.module.css";
import { Unavailable } from "./unavailable";

export async function NotesPage() {
  const answer = await inLab("server-component", (choice) => withAccessToken(choice, "/notes", listNotes));
  return (
    <main className={styles.main} id="content">
      <h1>My notes</h1>
      {answer.ok ? <NoteList initial={answer.data} /> : <Unavailable path="/notes" />}
    </main>
  );
}
