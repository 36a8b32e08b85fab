import type { LessonMeta } from "@/lib/lesson/meta";
import { type RecordedRun, runName } from "@/lib/lesson/results";
import styles from "./run-page.module.css";

/** Links to the same check's runs on other variants and under other conditions. */
export function SiblingRuns({ meta, run }: { meta: LessonMeta; run: RecordedRun }) {
  const variants = meta.variants.filter(({ verdict }) => verdict !== "yours");
  const conditions = meta.conditions.length === 0 ? [null] : meta.conditions;
  return (
    <nav className={styles.siblings} aria-label="The same check, another run">
      {conditions.map((condition) => (
        <ul key={condition?.name ?? "all"} aria-label={condition?.title}>
          {condition !== null && (
            <li className={styles.condition} aria-hidden="true">
              {condition.title}
            </li>
          )}
          {variants.map(({ name }) => {
            const isHere = name === run.variant && condition?.name === run.condition;
            return (
              <li key={name}>
                <a
                  href={`/lessons/${meta.slug}/runs/${runName(run.check, name, condition?.name)}`}
                  aria-current={isHere ? "page" : undefined}
                >
                  {name}
                </a>
              </li>
            );
          })}
        </ul>
      ))}
    </nav>
  );
}
