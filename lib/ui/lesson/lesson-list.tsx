import type { LessonMeta } from "@/lib/lesson/meta";
import styles from "./lesson-list.module.css";
import { ProgressSlot } from "./progress-slot";

type Listed = {
  meta: Pick<LessonMeta, "slug" | "title" | "summary" | "order" | "missions">;
  minutes?: number;
};

/** The lessons in order, with summary and reading time, and then the titles of planned lessons. */
export function LessonList({
  lessons,
  planned = [],
}: {
  lessons: readonly Listed[];
  planned?: readonly string[];
}) {
  return (
    <ol className={styles.list}>
      {lessons.map(({ meta, minutes }) => (
        <li key={meta.slug}>
          <a href={`/lessons/${meta.slug}`} data-title={meta.title}>
            <span className={styles.number}>{meta.order}</span>
            <span className={styles.title}>{meta.title}</span>
            <span className={styles.summary}>{meta.summary}</span>
            <span className={styles.facts}>
              <ProgressSlot lesson={meta.slug} missions={meta.missions} className={styles.progress} />
              {minutes !== undefined && <span>{minutes} min</span>}
            </span>
          </a>
        </li>
      ))}
      {planned.map((title, at) => (
        <li key={title} className={styles.planned}>
          <span className={styles.number}>{lessons.length + at}</span>
          <span className={styles.title}>{title}</span>
          <span className={styles.summary}>Being written.</span>
        </li>
      ))}
    </ol>
  );
}
