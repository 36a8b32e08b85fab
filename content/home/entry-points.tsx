import type { LessonMeta } from "@/lib/lesson/meta";
import styles from "./entry-points.module.css";

const refreshLesson = "refresh-rotation";

/** Links for readers who do not start with the first lesson: teachers, and engineers with a bug of their own. */
export function EntryPoints({ lessons }: { lessons: readonly LessonMeta[] }) {
  const refresh = lessons.find(({ slug }) => slug === refreshLesson);
  return (
    <section className={styles.entryPoints} aria-label="Other ways in">
      <div>
        <h2>You teach this</h2>
        <p>
          One command judges a student’s solution in a real browser, or a whole class in one run, and says of
          each failure what a user would see. Nothing waits for a token to expire: the lab’s clock moves on
          request.
        </p>
        <p>
          <code>npm run check -- --roster class.csv</code>
        </p>
        <p>
          <a href="/instructors">For instructors</a>: how to prepare a class and run it.
        </p>
      </div>
      <div>
        <h2>You want it all at once</h2>
        <p>
          Every variant, every setting, the clock, the attacker and the timeline on one page, with nothing to
          read. Presets set a stage and play on it: two tabs at expiry, a thief, a weekend.
        </p>
        <p>
          <a href="/playground">The playground</a>
        </p>
      </div>
      <div>
        <h2>You have a logout bug in production</h2>
        <p>
          Users are signed out at random, mostly after a pause, mostly with two tabs. Often the cause is a
          refresh token that was spent twice, or spent where nobody could write the cookie. Point your own app
          at the mock backend, and nine checks say within minutes what it does not survive, and why.
        </p>
        <p>
          <code>npm run check:app -- --url http://localhost:3001</code>
        </p>
        <p>
          <a href="/your-app">Check your own app</a>
          {refresh && (
            <>
              , or read <a href={`/lessons/${refresh.slug}`}>{refresh.title}</a>, which shows the very files
              that the lab runs
            </>
          )}
          .
        </p>
      </div>
    </section>
  );
}
