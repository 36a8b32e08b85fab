import type { LessonMeta } from "@/lib/lesson/meta";
import { Inline } from "./inline";
import styles from "./missions.module.css";

/** What to make happen in the lab. A mission ticks when the lab's own events show that it happened. */
export function Missions({ meta }: { meta: LessonMeta }) {
  return (
    <ul className={styles.missions} aria-label="Missions">
      {meta.missions.map(({ id, text }) => (
        <li key={id} data-mission={id}>
          <Inline text={text} />
        </li>
      ))}
    </ul>
  );
}
