import { headers } from "next/headers";
import type { ReactNode } from "react";
import { LabError } from "@/lib/lab/control";
import { SiteBar } from "@/lib/ui/shell/site-bar";
import { SkipLink } from "@/lib/ui/shell/skip-link";
import { inLab } from "../in-lab";
import { LAB_NOTICE_HEADER } from "../proxy";
import { clientSession } from "../server-session";
import { OwnPages } from "./own-pages";
import { SessionStatus } from "./session-status";
import styles from "./study.module.css";
import { StudyProviders } from "./study-providers";

/** The notes app's frame. It reads the session, and so does each page in it: as in most real apps. */
export async function StudyLayout({ children }: { children: ReactNode }) {
  try {
    const session = await inLab("server-component", clientSession);
    const notice = (await headers()).get(LAB_NOTICE_HEADER);
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
          {notice === "renewed" && (
            <p className={styles.notice} role="status">
              Your old lab was gone, so this is a new one: its users, notes and clock are fresh. Sign in
              again.
            </p>
          )}
          <OwnPages owner={session === null ? null : (session.user?.name ?? "")}>{children}</OwnPages>
        </div>
      </StudyProviders>
    );
  } catch (error) {
    if (error instanceof LabError) return <BackendUnreachable />;
    throw error;
  }
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
