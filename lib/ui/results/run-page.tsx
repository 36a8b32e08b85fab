import type { LabEvent } from "@/lib/lab/schemas";
import type { LessonMeta, ResultsWords } from "@/lib/lesson/meta";
import { recordedRun } from "@/lib/lesson/recorded";
import { Timeline } from "@/lib/ui/lab/timeline/timeline";
import { Mark } from "@/lib/ui/lesson/mark";
import { Page } from "@/lib/ui/shell/page";
import styles from "./run-page.module.css";
import { SiblingRuns } from "./sibling-runs";

type Props = {
  meta: LessonMeta;
  words: ResultsWords;
  name: string;
  /** Explains a run in a sentence or two from its events; only some lessons have it. */
  explain?: ((events: readonly LabEvent[]) => string) | undefined;
};

/** The page of one recorded run: the check, its outcome and explanation, and every event. */
export function RunPage({ meta, words, name, explain }: Props) {
  const run = recordedRun(meta.slug, name);
  const title = meta.checks.find(({ id }) => id === run.check)?.title ?? run.check;
  const condition = meta.conditions.find(({ name: other }) => other === run.condition)?.title;
  const under = condition === undefined ? "" : `, ${condition}`;
  const verdict = run.passed ? words.passes : words.fails;
  return (
    <Page>
      <p className={styles.back}>
        <a href={`/lessons/${meta.slug}#results`}>{meta.title}: the table</a>
      </p>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.facts}>
        <code>{run.variant}</code>
        {under}
      </p>
      <p className={styles.verdict}>
        <Mark passes={run.passed} label={sentence(verdict)} />
        <span>
          {explain?.(run.events) ?? sentence(verdict)}
          {!run.passed && <span className={styles.because}> Measured: {run.because}.</span>}
        </span>
      </p>
      <SiblingRuns meta={meta} run={run} />
      <h2>What happened</h2>
      <div className={styles.timeline}>
        <Timeline clock="elapsed" events={run.events} name={`${title}: ${run.variant}${under}`} />
      </div>
    </Page>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
