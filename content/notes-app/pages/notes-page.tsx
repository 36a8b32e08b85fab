import { inLabOrSignIn } from "@/content/lab/in-lab-or-sign-in";
import { withAccessToken } from "@/content/notes-app/require-session";
import { chosenActions } from "@/content/variants";
import { listNotes } from "@/lib/backend/notes";
import { NoteList } from "./note-list";
import styles from "./notes-app.module.css";
import { Unavailable } from "./unavailable";

export async function NotesPage() {
  const { answer, variant } = await inLabOrSignIn("/notes", async (choice) => ({
    answer: await withAccessToken(choice, "/notes", listNotes),
    variant: chosenActions(choice),
  }));
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      <h1>My notes</h1>
      {answer.ok ? <NoteList initial={answer.data} variant={variant} /> : <Unavailable path="/notes" />}
    </main>
  );
}
