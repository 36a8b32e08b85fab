import { NotesPage } from "@/content/notes-app/pages/notes-page";
import { chosenActions } from "@/content/variants";
import { ChosenNoteActions } from "./chosen-note-actions";
import { pageInLab } from "./page-in-lab";

export function NotesInLab() {
  return pageInLab("/notes", async (choice) => {
    const page = await NotesPage();
    return <ChosenNoteActions variant={chosenActions(choice)}>{page}</ChosenNoteActions>;
  });
}
