import type { LessonMeta } from "@/lib/lesson/meta";
import type { Heading } from "@/lib/lesson/outline";
import styles from "./lesson-nav.module.css";
import { ProgressSlot } from "./progress-slot";

export type NavLesson = Pick<LessonMeta, "slug" | "title" | "missions">;

/** The list of lessons, with the sections of the current one. */
export function LessonNav({
  lessons,
  current,
  headings,
}: {
  lessons: readonly NavLesson[];
  current: string;
  headings: readonly Heading[];
}) {
  return (
    <nav aria-label="Lessons" className={styles.nav}>
      <ol>
        {lessons.map(({ slug, title, missions }) => (
          <li key={slug}>
            <a href={`/lessons/${slug}`} aria-current={slug === current ? "page" : undefined}>
              {title}
              <ProgressSlot lesson={slug} missions={missions} className={styles.progress} />
            </a>
            {slug === current && (
              <ol aria-label="On this page">
                {headings
                  .filter(({ level }) => level === 2)
                  .map(({ id, text }) => (
                    <li key={id}>
                      <a href={`#${id}`}>{text}</a>
                    </li>
                  ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
