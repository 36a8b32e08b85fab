"use client";

import { useId, useState } from "react";
import { playScenario } from "@/content/study/scenarios/play";
import { LabProblem } from "@/lib/lab/client/problem";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { Button } from "@/lib/ui/lab/button";
import { Mark } from "@/lib/ui/lesson/mark";
import styles from "./trial-list.module.css";
import { type Trial, trials } from "./trials";

type Result = { trial: Trial; variant: string; held: boolean };

/** What a sign-out ends, tried in the learner's own lab on the variant that is chosen. */
export default function TrialList({ lesson }: { lesson: string }) {
  const { retry } = useControls();
  const variant = useLab((lab) => lab.variants[lesson]) ?? "";
  const [playing, setPlaying] = useState<Trial | null>(null);
  const [results, setResults] = useState<readonly Result[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const headingId = useId();

  const start = async (trial: Trial) => {
    setPlaying(trial);
    setProblem(null);
    try {
      const { survived } = await playScenario(trial.play);
      const result = { trial, variant, held: survived };
      setResults((known) => [
        result,
        ...known.filter((one) => one.trial !== trial || one.variant !== variant),
      ]);
    } catch (error) {
      setProblem(error instanceof LabProblem ? error.message : "The lab did not answer. Try again.");
      retry();
    } finally {
      setPlaying(null);
    }
  };

  const [latest] = results;
  return (
    <section className={styles.trials} aria-labelledby={headingId}>
      <h3 id={headingId}>Try to come back</h3>
      <p className={styles.lead}>
        Each signs in as Ada, and plays on <code>{variant}</code>.
      </p>
      <p className={styles.story} role="status">
        {playing !== null && `Playing: ${playing.title}…`}
        {playing === null && problem}
        {playing === null && problem === null && latest !== undefined && (
          <>
            <Mark passes={latest.held} label={latest.held ? "It holds." : "It does not hold."} />{" "}
            {latest.held ? latest.trial.holds : latest.trial.fails}{" "}
            {latest.variant !== "yours" && (
              <a href={`/lessons/${lesson}/runs/${latest.trial.id}.${latest.variant}`}>The recorded run</a>
            )}
          </>
        )}
      </p>
      <ul>
        {trials.map((trial) => {
          const result = results.find((one) => one.trial === trial && one.variant === variant);
          return (
            <li key={trial.id}>
              <Button look="quiet" busy={playing !== null} onClick={() => start(trial)}>
                {trial.title}
              </Button>
              {result !== undefined && (
                <Mark passes={result.held} label={result.held ? "holds" : "does not hold"} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
