"use client";

import { useActionState } from "react";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import type { User } from "@/lib/backend/users";
import { actionMessage } from "./action-message";
import { BoundActions } from "./bound-action";
import { useRoleActions } from "./chosen-pieces";
import styles from "./notes-app.module.css";

type Row = Pick<User, "id" | "name" | "role">;

const bound = new BoundActions<() => Promise<ActionAnswer>>();

/** One user's form: it posts the Server Action with the other role. */
export function RoleForm({ user }: { user: Row }) {
  const { setRole } = useRoleActions();
  const other = user.role === "admin" ? "member" : "admin";
  const action = bound.of(user, setRole, (each) => each.bind(null, user.id, other));
  const [answer, submit, pending] = useActionState<ActionAnswer | null>(action, null);
  const message = actionMessage(answer);
  return (
    <form action={submit} className={styles.action}>
      <button type="submit" disabled={pending} aria-busy={pending} aria-label={`Make ${user.name} ${other}`}>
        {pending ? "Changing…" : `Make ${other}`}
      </button>
      {answer?.ok && <p role="status">Changed.</p>}
      {message !== null && <p role="alert">{message}</p>}
    </form>
  );
}
