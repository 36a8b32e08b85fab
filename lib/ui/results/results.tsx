import type { LessonMeta } from "@/lib/lesson/meta";
import { measuredResults } from "@/lib/lesson/recorded";
import { runName } from "@/lib/lesson/results";
import { Mark } from "@/lib/ui/lesson/mark";
import styles from "./results.module.css";

/**
 * A lesson's checks against its variants, as `npm run record` measured them. Each mark links to the recording of its
 * run. A new check has no mark until it is recorded; a test keeps such a gap from being committed.
 *
 * @throws Error for a lesson that declares no results
 */
export function Results({ meta }: { meta: LessonMeta }) {
  const words = meta.results;
  if (words === undefined) throw new Error(`lesson ${meta.slug} declares no results`);
  const results = measuredResults(meta.slug);
  const variants = meta.variants.filter(({ verdict }) => verdict !== "yours");
  const conditions = meta.conditions.length === 0 ? [null] : meta.conditions;
  return (
    <table className={styles.table}>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          {variants.map(({ name }) => (
            <th scope="col" key={name}>
              <code>{name}</code>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {meta.checks.map((check) => (
          <tr key={check.id} data-check={check.id}>
            <th scope="row">{check.title}</th>
            {variants.map((variant) => (
              <td key={variant.name} data-variant={variant.name}>
                <span className={styles.marks}>
                  {conditions.map((condition) => {
                    const run = runName(check.id, variant.name, condition?.name);
                    const outcome = results[run];
                    if (outcome === undefined) return <span key={run}>–</span>;
                    const verdict = outcome.passed ? words.passes : `${words.fails}: ${outcome.because}`;
                    const label = condition === null ? verdict : `${condition.title}: ${verdict}`;
                    return (
                      <a key={run} href={`/lessons/${meta.slug}/runs/${run}`} title={label} data-run={run}>
                        <Mark passes={outcome.passed} label={label} />
                      </a>
                    );
                  })}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
