import { catalog, planned } from "@/content/catalog";
import { EntryPoints } from "@/content/home/entry-points";
import { Miniature } from "@/content/home/miniature";
import { LessonList } from "@/lib/ui/lesson/lesson-list";
import { ProgressControls } from "@/lib/ui/lesson/progress-controls";
import { readLesson } from "@/lib/ui/lesson/read-lesson";
import { Page } from "@/lib/ui/shell/page";
import { Token } from "@/lib/ui/token";
import styles from "./page.module.css";

export default async function HomePage() {
  const lessons = await Promise.all(catalog.map((lesson) => readLesson(lesson)));
  const first = lessons[0];
  return (
    <Page>
      <div className={styles.hero}>
        <div>
          <h1>NextAuth in front of your own backend, until it holds</h1>
          <p className={styles.lead}>
            A tutorial that you can touch. Sign in for real, watch an access token{" "}
            <Token kind="access" n={1} /> die and <Token kind="access" n={2} /> arrive, break it the way
            production breaks it, and fix it. A check then says whether your fix holds.
          </p>
          <p className={styles.why}>
            The backend issues <Token kind="access" n={1} /> for minutes and a refresh token{" "}
            <Token kind="refresh" n={1} /> that buys the next pair. NextAuth keeps both in its session cookie{" "}
            <Token kind="session" n={1} />. Between the three, users get signed out for no reason they can
            see, and stolen tokens live on.
          </p>
          {first && (
            <div className={styles.start}>
              <a href={`/lessons/${first.meta.slug}`} className={styles.primary} data-continue="">
                Start the first lesson
              </a>
              <p data-continue-where="">
                {first.meta.title}, {first.minutes} min
              </p>
            </div>
          )}
        </div>
        <Miniature />
      </div>
      <section aria-labelledby="lessons" className={styles.section}>
        <h2 id="lessons">Lessons</h2>
        <LessonList lessons={lessons} planned={planned} />
        <ProgressControls />
      </section>
      <EntryPoints lessons={catalog.map(({ meta }) => meta)} />
    </Page>
  );
}
