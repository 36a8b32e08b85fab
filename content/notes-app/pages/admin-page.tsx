import { withAccessToken } from "@/content/notes-app/require-session";
import { listUsers } from "@/lib/backend/users";
import styles from "./notes-app.module.css";
import { RoleForm } from "./role-form";
import { Unavailable } from "./unavailable";

/** The backend decides who is an admin, at this moment: the role in the cookie only draws the menu. */
export async function AdminPage() {
  const answer = await withAccessToken("/notes/admin", listUsers);
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      <h1>Users</h1>
      {answer.ok ? (
        <ul className={styles.notes}>
          {answer.data.map((user) => (
            <li key={user.id}>
              <div>
                <strong>{user.name}</strong> {user.role}
                {user.suspended && " · suspended"}
              </div>
              <RoleForm user={{ id: user.id, name: user.name, role: user.role }} />
            </li>
          ))}
        </ul>
      ) : answer.reason === "forbidden" ? (
        <div className={styles.error} role="alert">
          <strong>Only an admin may see this</strong>
          <p>The backend was asked with your own token, and said no.</p>
        </div>
      ) : (
        <Unavailable path="/notes/admin" />
      )}
    </main>
  );
}
