import type { LessonMeta } from "@/lib/lesson/meta";
import { Inline } from "./inline";
import styles from "./missions.module.css";

/**
 * The list of things to make happen in the lab. A mission is done when the lab records its event.
 *
 * @param done shows these missions as done, whatever the device's progress
 */
export function Missions({ meta, done }: { meta: LessonMeta; done?: readonly string[] }) {
  return (
    <>
      <ul className={styles.missions} aria-label="Missions" data-missions-of={done ? undefined : meta.slug}>
        {meta.missions.map(({ id, text, when }) => (
          <li
            key={id}
            data-mission={id}
            data-done={done?.includes(id) ? "" : undefined}
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
