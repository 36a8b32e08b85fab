import type { AttackReport } from "./report";

type State = {
  users: { id: string; name: string; role: string }[];
  notes: { id: string; ownerId: string; title: string }[];
};

/** What an attack did to the backend: the changes in words, and all notes and users with what became of them. */
export function changesBetween(
  before: State,
  after: State,
): Pick<AttackReport, "changes" | "notes" | "users"> {
  const isGone = (id: string) => !after.notes.some((note) => note.id === id);
  const gone = before.notes.filter(({ id }) => isGone(id));
  const changed = after.users.filter(
    ({ id, role }) => before.users.find((user) => user.id === id)?.role !== role,
  );
  return {
    changes: [
      ...gone.map(({ title }) => `“${title}” is gone.`),
      ...changed.map(({ name, role }) => `${name} is ${role} now.`),
    ],
    notes: before.notes.map(({ id, title, ownerId }) => ({
      id,
      title,
      owner: before.users.find((user) => user.id === ownerId)?.name ?? ownerId,
      gone: isGone(id),
    })),
    users: after.users.map(({ id, name, role }) => ({ id, name, role })),
  };
}
