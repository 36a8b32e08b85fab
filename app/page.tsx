import { catalog, planned } from "@/content/catalog";
import { Lifetimes } from "@/lib/ui/home/lifetimes";
import { LessonList } from "@/lib/ui/lesson/lesson-list";
import { readLesson } from "@/lib/ui/lesson/read-lesson";
import { Page } from "@/lib/ui/shell/page";
import { Token } from "@/lib/ui/token";
import styles from "./page.module.css";

export default async function HomePage() {
  const lessons = await Promise.all(catalog.map(readLesson));
  return (
    <Page>
      <div className={styles.hero}>
        <div>
          <h1>NextAuth in front of your own backend, until it holds</h1>
          <p>
            Your backend issues an access token <Token kind="access" n={1} /> for fifteen minutes and a
            refresh token <Token kind="refresh" n={1} /> that buys the next pair. NextAuth keeps both in its
            session cookie <Token kind="session" n={1} />. Between the three, users get signed out for no
            reason they can see, and stolen tokens live on.
          </p>
          <p>
            Here you sign in for real, watch <Token kind="access" n={1} /> die and{" "}
            <Token kind="access" n={2} /> arrive, break it the way production breaks it, and fix it. A check
            then says whether your fix holds.
          </p>
          <p className={styles.actions}>
            <a href={`/lessons/${lessons[0]?.meta.slug ?? ""}`} className={styles.primary}>
              Start the first lesson
            </a>
            <a href="/notes">Open the app under study</a>
          </p>
        </div>
        <Lifetimes />
      </div>
      <section aria-labelledby="lessons" className={styles.section}>
        <h2 id="lessons">Lessons</h2>
        <LessonList lessons={lessons} planned={planned} />
      </section>
      <section className={styles.doors} aria-label="Other ways in">
        <div>
          <h2>You teach this</h2>
          <p>
            Every statement about behaviour names the check that proves it, and every check is shown red on
            the variants that are wrong. No check waits: the lab’s clock moves on request.
          </p>
        </div>
        <div>
          <h2>You have a logout bug in production</h2>
          <p>
            The lab runs the usual fixes side by side against real rotation and reuse detection. The code on
            the page is the file that runs: take it home.
          </p>
        </div>
      </section>
    </Page>
  );
}
