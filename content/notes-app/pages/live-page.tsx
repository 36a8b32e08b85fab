import { redirect } from "next/navigation";
import { clientSession } from "../current-session";
import { LiveNotes } from "./live-notes";
import styles from "./notes-app.module.css";

type Query = { with?: string | string[] };

/**
 * The notes once more, fetched by the page's own script. `?with=statistics` puts a script from somebody else onto the
 * page: it comes first, as such scripts ask to, and runs with all that the app's own script may do.
 */
export async function LivePage({ searchParams }: { searchParams: Promise<Query> }) {
  const signedIn = (await clientSession()) !== null;
  if (!signedIn) redirect(`/signin?${new URLSearchParams({ callbackUrl: "/notes/live" })}`);
  const withScript = (await searchParams).with === "statistics";
  return (
    <main className={styles.main} id="content" aria-label="Notes app">
      {withScript && <script src="/third-party/statistics.js" />}
      <h1>My notes, by script</h1>
      <LiveNotes />
    </main>
  );
}
