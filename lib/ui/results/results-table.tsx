import type { LessonMeta, ResultsWords } from "@/lib/lesson/meta";
import { type ResultsTable as Results, runName } from "@/lib/lesson/results";
import { Mark } from "@/lib/ui/lesson/mark";
import styles from "./results-table.module.css";

type Props = { meta: LessonMeta; words: ResultsWords; results: Results };

/**
 * A lesson's checks against its variants, as measured: each mark leads to the recording of its run. A check that is
 * new is not measured yet; a test sees to it that no such gap is committed.
 */
export function ResultsTable({ meta, words, results }: Props) {
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
