import type { LessonMeta } from "@/lib/lesson/meta";
import { type ResultsTable as Results, runName } from "@/lib/lesson/results";
import { Mark } from "@/lib/ui/lesson/mark";
import styles from "./results-table.module.css";

/**
 * A lesson's checks against its variants, as measured: each mark leads to the recording of its run. A check that is
 * new is not measured yet; a test sees to it that no such gap is committed.
 */
export function ResultsTable({ meta, results }: { meta: LessonMeta; results: Results }) {
  const variants = meta.variants.filter(({ verdict }) => verdict !== "yours");
  return (
    <table className={styles.table}>
      <caption>
        What each strategy survives, as the checks measured it. The first mark is without a grace window at
        the backend, the second with ten seconds of it. Each opens the recording of its run.
      </caption>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
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
                <span className={styles.pair}>
                  {meta.conditions.map(({ name, title }) => {
                    const run = runName(check.id, variant.name, name);
                    const outcome = results[run];
                    if (outcome === undefined) return <span key={name}>–</span>;
                    const verdict = outcome.passed ? "survives" : `does not survive: ${outcome.because}`;
                    const label = `${title}: ${verdict}`;
                    return (
                      <a key={name} href={`/lessons/${meta.slug}/runs/${run}`} title={label} data-run={run}>
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
