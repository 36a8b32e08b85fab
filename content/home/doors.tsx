import type { LessonMeta } from "@/lib/lesson/meta";
import styles from "./doors.module.css";

const refreshLesson = "refresh-rotation";

/** Other ways in than from the first lesson: for those who teach this, and for those whom it has bitten. */
export function Doors({ lessons }: { lessons: readonly LessonMeta[] }) {
  const refresh = lessons.find(({ slug }) => slug === refreshLesson);
  return (
    <section className={styles.doors} aria-label="Other ways in">
      <div>
        <h2>You teach this</h2>
        <p>
          Every sentence about behaviour names the check that proves it. One command runs them all in a real
          browser, and shows each red on the variants that are wrong. Nothing waits for a token to expire: the
          lab’s clock moves on request.
        </p>
        <p>
          <code>npm run e2e -- credentials-provider</code>
        </p>
        <p>
          <code>CHECK_VARIANT=yours</code> in front of it judges a student’s own solution.
        </p>
      </div>
      <div>
        <h2>You have a logout bug in production</h2>
        <p>
          Users are signed out at random, mostly after a pause, mostly with two tabs: that is a refresh token
          spent in a place that could not write the cookie. The lab has the usual fixes to run against real
          rotation and reuse detection. The code on the page is the file that runs: take it home.
        </p>
        <p>
          {refresh ? (
            <a href={`/lessons/${refresh.slug}`}>{refresh.title}</a>
          ) : (
            <>
              The lesson on refresh rotation is being written. Until then:{" "}
              <a href="https://github.com/nextauthjs/next-auth/issues/7558">next-auth#7558</a>, where it was
              found.
            </>
          )}
        </p>
      </div>
    </section>
  );
}
