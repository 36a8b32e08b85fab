import type { Session } from "next-auth";
import type { ReactNode } from "react";
import { LabNotice } from "@/content/lab/lab-notice";
import { clientSession } from "@/content/notes-app/session";
import { LabError } from "@/lib/lab/server/control";
import { inLab } from "@/lib/lab/server/in-lab";
import { unreadLabEnd } from "@/lib/lab/server/lab-notice";
import { SiteBar } from "@/lib/ui/shell/site-bar";
import { SkipLink } from "@/lib/ui/shell/skip-link";
import styles from "./notes-app.module.css";
import { OwnPages } from "./own-pages";
import { StudyProviders } from "./session-keeper";
import { SessionStatus } from "./session-status";

/** The notes app's frame. It reads the session, and so does each page in it: as in most real apps. */
export async function StudyLayout({ children }: { children: ReactNode }) {
  try {
    const session = await inLab("server-component", clientSession);
    return (
      <Frame session={session}>
        <OwnPages owner={session === null ? null : (session.user?.name ?? "")}>{children}</OwnPages>
      </Frame>
    );
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    // Without a lab the visitor is somebody whom nobody knows: the pages say what they say to such.
    return error.code === "unknown" ? <Frame session={null}>{children}</Frame> : <BackendUnreachable />;
  }
}

async function Frame({ session, children }: { session: Session | null; children: ReactNode }) {
  const ended = await unreadLabEnd();
  return (
    <StudyProviders session={session}>
      <SkipLink />
      <SiteBar />
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
        {ended !== null && <LabNotice ended={ended} />}
        {children}
      </div>
    </StudyProviders>
  );
}

function BackendUnreachable() {
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      <h1>The mock backend does not answer</h1>
      <p>
        This app keeps nothing itself: its users, tokens and notes live in the backend. If you run the backend
        on its own, start it with <code>npm run backend</code> and check <code>BACKEND_URL</code>. Then{" "}
        <a href="/notes">try again</a>.
      </p>
    </main>
  );
}
