import { redirect } from "next/navigation";
import { currentApp } from "../current-app";
import { clientSession, sessionToken } from "../current-session";
import { EverywhereButton } from "./everywhere-button";
import styles from "./notes-app.module.css";

/** A page that needs NextAuth's session only, and does not call the backend. */
export async function AccountPage() {
  const { signOut } = currentApp().pieces;
  const token = signOut.sessions === undefined ? null : await sessionToken();
  const session = await clientSession();
  const list = token === null ? null : ((await signOut.sessions?.(token)) ?? null);
  const signIn = { callbackUrl: "/notes/account" };
  if (session?.user === undefined) redirect(`/signin?${new URLSearchParams(signIn)}`);
  // The backend has refused to refresh: what can still be read is the name in a session that is over.
  if (session.error !== undefined)
    redirect(`/signin?${new URLSearchParams({ ...signIn, error: "SessionEnded" })}`);
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      <h1>Your account</h1>
      <p>
        You are signed in as <strong>{session.user.name}</strong>.
      </p>
      {list === null ? (
        <p>This variant keeps no list of sessions, so it can end this one only.</p>
      ) : (
        <ul className={styles.notes}>
          {list.map(({ since, current }) => (
            <li key={`${since}${current}`}>
              <div>
                <strong>{current ? "This browser" : "Another browser"}</strong>
                <p>since {new Date(since * 1000).toISOString().slice(11, 19)} UTC, on the lab’s clock</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <EverywhereButton offered={list !== null} />
    </main>
  );
}
