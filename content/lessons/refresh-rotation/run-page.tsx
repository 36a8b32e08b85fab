import { runName } from "@/lib/lesson/results";
import { Timeline } from "@/lib/ui/lab/timeline/timeline";
import { Mark } from "@/lib/ui/lesson/mark";
import { Page } from "@/lib/ui/shell/page";
import { explain } from "./explain";
import meta from "./meta";
import styles from "./run-page.module.css";
import { recordedRun } from "./runs";

/** One recorded run: what was asked, what came of it and why, and everything that happened. */
export function RunPage({ name }: { name: string }) {
  const run = recordedRun(name);
  const check = meta.checks.find(({ id }) => id === run.check);
  const condition = meta.conditions.find(({ name: other }) => other === run.condition);
  return (
    <Page>
      <p className={styles.back}>
        <a href={`/lessons/${meta.slug}#results`}>{meta.title}: the table</a>
      </p>
      <h1 className={styles.title}>{check?.title}</h1>
      <p className={styles.facts}>
        <code>{run.variant}</code>, {condition?.title}
      </p>
      <p className={styles.verdict}>
        <Mark passes={run.passed} label={run.passed ? "Survives." : "Does not survive."} />
        <span>
          {explain(run.events)}
          {!run.passed && <span className={styles.because}> Measured: {run.because}.</span>}
        </span>
      </p>
      <Siblings check={run.check} variant={run.variant} condition={run.condition} />
      <h2>What happened</h2>
      <div className={styles.timeline}>
        <Timeline
          clock="elapsed"
          events={run.events}
          name={`${check?.title}: ${run.variant}, ${condition?.title}`}
        />
      </div>
    </Page>
  );
}

/** The same scenario under the other variants and windows. */
function Siblings({ check, variant, condition }: { check: string; variant: string; condition: string }) {
  const variants = meta.variants.filter(({ verdict }) => verdict !== "yours");
  return (
    <nav className={styles.siblings} aria-label="The same scenario, another run">
      {meta.conditions.map((other) => (
        <ul key={other.name} aria-label={other.title}>
          <li className={styles.condition} aria-hidden="true">
            {other.title}
          </li>
          {variants.map(({ name }) => {
            const isHere = name === variant && other.name === condition;
            return (
              <li key={name}>
                <a
                  href={`/lessons/${meta.slug}/runs/${runName(check, name, other.name)}`}
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
