import type { ReactNode } from "react";
import styles from "@/content/notes-app/pages/notes-app.module.css";
import { NotesFrame, NotesLayout } from "@/content/notes-app/pages/notes-layout";
import { LabError } from "@/lib/lab/server/control";
import { unreadLabEnd } from "@/lib/lab/server/lab-notice";
import { SiteBar } from "@/lib/ui/shell/site-bar";
import { SkipLink } from "@/lib/ui/shell/skip-link";
import { inApp } from "../lab-app";
import { LabNotice } from "./lab-notice";

/** The app's frame inside the visitor's lab, under the site's bar. */
export async function LayoutInLab({ children }: { children: ReactNode }) {
  try {
    return (
      <>
        <SkipLink />
        <SiteBar />
        {await frameInLab(children)}
      </>
    );
  } catch (error) {
    if (error instanceof LabError) return <BackendUnreachable />;
    throw error;
  }
}

/** Without a lab nobody is signed in, and the frame is an unknown visitor's. */
async function frameInLab(children: ReactNode): Promise<ReactNode> {
  const ended = await unreadLabEnd();
  const banner = ended === null ? null : <LabNotice ended={ended} />;
  try {
    return await inApp("server-component", () => NotesLayout({ banner, children }));
  } catch (error) {
    if (!(error instanceof LabError) || error.code !== "unknown") throw error;
  }
  return (
    <NotesFrame session={null} banner={banner}>
      {children}
    </NotesFrame>
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
