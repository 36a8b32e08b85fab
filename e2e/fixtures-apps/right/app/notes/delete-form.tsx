"use client";

import { useActionState } from "react";
import { deleteNote } from "./actions";

export function DeleteForm({ id, title }: { id: string; title: string }) {
  const [problem, action, isPending] = useActionState(deleteNote, null);
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" aria-label={`Delete ${title}`} disabled={isPending}>
        Delete
      </button>
      {problem && <span role="alert">{problem}</span>}
    </form>
  );
}
