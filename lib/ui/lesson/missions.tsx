import type { LessonMeta } from "@/lib/lesson/meta";
import { Inline } from "./inline";
import styles from "./missions.module.css";

/** What to make happen in the lab. A mission ticks when the lab's own events show that it happened. */
export function Missions({ meta }: { meta: LessonMeta }) {
  return (
    <>
      <ul className={styles.missions} aria-label="Missions" data-missions-of={meta.slug}>
        {meta.missions.map(({ id, text, when }) => (
          <li
            key={id}
            data-mission={id}
            data-when-name={when.name}
            data-when-code={when.code}
            data-when-outcome={when.outcome}
          >
            <span data-mission-text="">
              <Inline text={text} />
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="visually-hidden" data-mission-status="" />
    </>
  );
}
