import type { ReactNode } from "react";
import { shownText } from "@/lib/code/regions";
import type { Hint, LessonMeta } from "@/lib/lesson/meta";
import { CodeDiff } from "@/lib/ui/code/code-diff";
import styles from "./exercise.module.css";
import { Inline } from "./inline";

/**
 * Help with the exercise, in steps: each opened hint offers the next, and the last offers a solution. Nested
 * disclosures, so that it needs no script.
 *
 * @param starter the text of the lesson's `exercise.ts`, which the learner changes
 * @param solution the text of its `solution.ts`
 * @throws Error for a lesson without hints
 */
export function Exercise(props: { meta: LessonMeta; starter: string; solution: string }) {
  const { meta, starter, solution } = props;
  if (meta.hints.length === 0) throw new Error(`lesson ${meta.slug} has an exercise and no hints`);
  const from = { file: `content/lessons/${meta.slug}/exercise.ts`, source: starter };
  const to = { file: `content/lessons/${meta.slug}/solution.ts`, source: solution };
  // After the learner has copied the solution, the site still builds and there is nothing to compare.
  const isSolved = shownText(from.source, from.file) === shownText(to.source, to.file);
  const last = (
    <Step label="A solution">
      {isSolved ? (
        <p>
          Your <code>exercise.ts</code> is this solution, line by line.
        </p>
      ) : (
        <>
          <p>
            The checks are what counts: yours may look quite different. From the starter, this one changes:
          </p>
          <CodeDiff from={from} to={to} shown={{ from: "exercise.ts", to: "solution.ts" }} />
        </>
      )}
    </Step>
  );
  return (
    <section className={styles.exercise} aria-label="Hints">
      <HintSteps hints={meta.hints} at={0} last={last} />
    </section>
  );
}

function HintSteps({ hints, at, last }: { hints: readonly Hint[]; at: number; last: ReactNode }) {
  const hint = hints[at];
  if (hint === undefined) return last;
  return (
    <Step label={`Hint ${at + 1} of ${hints.length}`} about={hint.title}>
      <p>
        <Inline text={hint.text} />
      </p>
      <HintSteps hints={hints} at={at + 1} last={last} />
    </Step>
  );
}

function Step({ label, about, children }: { label: string; about?: string; children: ReactNode }) {
  return (
    <details>
      <summary>
        {label}
        {about && (
          <span className={styles.about}>
            : <Inline text={about} />
          </span>
        )}
      </summary>
      {children}
    </details>
  );
}
