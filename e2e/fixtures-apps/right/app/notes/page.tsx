import { redirect } from "next/navigation";
import { BackendError, listNotes } from "../../lib/backend";
import { accessToken } from "../../lib/session";
import { deleteNote } from "./actions";

export default async function NotesPage() {
  const token = await accessToken();
  if (token === null) redirect("/signin");
  const notes = await notesOf(token);
  if (notes === "unavailable") return <p role="alert">The backend does not answer: try again in a minute.</p>;
  return (
    <>
      <h1>My notes</h1>
      <ul>
        {notes.map(({ id, title }) => (
          <li key={id}>
            {title}
            <form action={deleteNote}>
              <input type="hidden" name="id" value={id} />
              <button type="submit" aria-label={`Delete ${title}`}>
                Delete
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

async function notesOf(token: string) {
  try {
    return await listNotes(token);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    if (error.code === "refused") redirect("/signin");
    return "unavailable";
  }
}
