import { listNotes } from "../../lib/backend";
import { failureMessages, failureOf } from "../../lib/failure";
import { asUser } from "../../lib/session";
import { DeleteForm } from "./delete-form";

export default async function NotesPage() {
  const notes = await asUser(listNotes).catch(failureOf);
  if (typeof notes === "string") return <p role="alert">{failureMessages[notes]}</p>;
  return (
    <>
      <h1>My notes</h1>
      <ul>
        {notes.map(({ id, title }) => (
          <li key={id}>
            {title} <DeleteForm id={id} title={title} />
          </li>
        ))}
      </ul>
    </>
  );
}
