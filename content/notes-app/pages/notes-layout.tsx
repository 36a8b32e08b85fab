import type { Session } from "next-auth";
import type { ReactNode } from "react";
import { clientSession } from "../current-session";
import styles from "./notes-app.module.css";
import { OwnPages } from "./own-pages";
import { SessionKeeper } from "./session-keeper";
import { SessionStatus } from "./session-status";

type Props = {
  /** What is shown above every page, such as a notice; nothing when left out. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The app's frame. It reads the session, and so does each page in it: as in most real apps. */
export async function NotesLayout({ banner, children }: Props) {
  const session = await clientSession();
  return (
    <NotesFrame session={session} banner={banner}>
      <OwnPages owner={session === null ? null : (session.user?.name ?? "")}>{children}</OwnPages>
    </NotesFrame>
  );
}

/** The frame for a session that has been read already; null when nobody is signed in. */
export function NotesFrame({ session, banner, children }: Props & { session: Session | null }) {
  return (
    <SessionKeeper session={session}>
      <div className={styles.app}>
        <section className={styles.header} aria-label="Notes app, your account">
          <nav aria-label="Notes app">
            <a href="/notes">Notes</a>
            <a href="/notes/live">By script</a>
            <a href="/notes/admin">Admin</a>
            <a href="/notes/account">Account</a>
          </nav>
          <SessionStatus />
        </section>
        {banner}
        {children}
      </div>
    </SessionKeeper>
  );
}
