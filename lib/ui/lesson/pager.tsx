import type { NavLesson } from "./lesson-nav";
import styles from "./pager.module.css";

/** Links to the previous and next lesson. */
export function Pager({ previous, next }: { previous: NavLesson | undefined; next: NavLesson | undefined }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Previous and next lesson" className={styles.pager}>
      {previous && (
        <a href={`/lessons/${previous.slug}`} rel="prev">
          <span>Previous</span> {previous.title}
        </a>
      )}
      {next && (
        <a href={`/lessons/${next.slug}`} rel="next" className={styles.next}>
          <span>Next</span> {next.title}
        </a>
      )}
    </nav>
  );
}
