import type { LessonMeta } from "@/lib/lesson/meta";
import styles from "./sources.module.css";

/** The list of the lesson's sources. */
export function Sources({ meta }: { meta: LessonMeta }) {
  return (
    <section aria-labelledby="sources" className={styles.sources}>
      <h2 id="sources">Sources</h2>
      <ul>
        {meta.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
