import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { authOptions } from "../../lib/auth";
import { listNotes } from "../../lib/backend";
import { deleteNote } from "./actions";

export default async function NotesPage() {
  const session = await getServerSession(authOptions);
  if (!session || session.error) redirect("/api/auth/signin?callbackUrl=/notes");
  const notes = await listNotes(session.accessToken);
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
