"use client";

import { useId, useState } from "react";
import { LabProblem } from "@/lib/lab/client/problem";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { Button } from "@/lib/ui/lab/button";
import { Mark } from "@/lib/ui/lesson/mark";
import { type Played, play } from "./play";
import styles from "./scenario-list.module.css";

export type ScenarioListProps = { lesson: string; scenarios: readonly { id: string; title: string }[] };

type Result = Played & { id: string; variant: string; grace: number };

/** Every row of the table as a button: it plays for real in the learner's own lab, and says what came of it. */
export default function ScenarioList({ lesson, scenarios }: ScenarioListProps) {
  const { retry } = useControls();
  const variant = useLab((lab) => lab.variants[lesson]) ?? "";
  const grace = useLab((lab) => lab.state?.settings.grace) ?? 0;
  const [playing, setPlaying] = useState<string | null>(null);
  const [results, setResults] = useState<readonly Result[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const headingId = useId();

  const start = async (id: string) => {
    setPlaying(id);
    setProblem(null);
    try {
      const played = await play(id);
      setResults((known) => [{ ...played, id, variant, grace }, ...known.filter((one) => one.id !== id)]);
    } catch (error) {
      setProblem(error instanceof LabProblem ? error.message : "The lab did not answer. Try again.");
      retry();
    } finally {
      setPlaying(null);
    }
  };

  const [latest] = results;
  return (
    <section className={styles.scenarios} aria-labelledby={headingId}>
      <h3 id={headingId}>Scenarios</h3>
      <p className={styles.lead}>
        Each signs in as Ada and plays on <code>{variant}</code>, with {grace} s of grace.
      </p>
      <p className={styles.story} role="status">
        {playing !== null && `Playing: ${titleOf(scenarios, playing)}…`}
        {playing === null && problem}
        {playing === null && problem === null && latest !== undefined && (
          <Story result={latest} lesson={lesson} title={titleOf(scenarios, latest.id)} />
        )}
      </p>
      <ul>
        {scenarios.map(({ id, title }) => {
          const result = results.find(
            (one) => one.id === id && one.variant === variant && one.grace === grace,
          );
          return (
            <li key={id}>
              <Button look="quiet" busy={playing !== null} onClick={() => start(id)}>
                {title}
              </Button>
              {result !== undefined && (
                <Mark passes={result.survived} label={result.survived ? "survived" : "not survived"} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Story({ result, lesson, title }: { result: Result; lesson: string; title: string }) {
  const isMeasured = result.grace === 0 || result.grace === 10;
  const run = `${result.id}.${result.variant}.grace-${result.grace}`;
  return (
    <>
      <Mark passes={result.survived} label={`${title}: ${result.survived ? "survived." : "not survived."}`} />{" "}
      {result.story}
      {isMeasured && result.variant !== "yours" && (
        <>
          {" "}
          <a href={`/lessons/${lesson}/runs/${run}`}>The recorded run</a>
        </>
      )}
    </>
  );
}

function titleOf(scenarios: ScenarioListProps["scenarios"], id: string): string {
  return scenarios.find((one) => one.id === id)?.title ?? id;
}
