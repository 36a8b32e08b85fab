"use client";

import { type ReactNode, useId, useState } from "react";
import { LabProblem } from "@/lib/lab/client/problem";
import { retryInNewLab } from "@/lib/lab/client/retry-in-new-lab";
import { useControls } from "@/lib/lab/client/use-lab";
import { Button } from "@/lib/ui/lab/button";
import { Mark } from "@/lib/ui/lesson/mark";
import styles from "./scenario-list.module.css";

/** How a scenario ended. */
export type Ending = {
  passes: boolean;
  /** The mark in words. */
  label: string;
  story: string;
  /** The address of the recorded run of the same, where there is one. */
  run: string | null;
};

type Props = {
  heading: string;
  lead: ReactNode;
  scenarios: readonly { id: string; title: string }[];
  /** What they play on, such as the variant: a mark is shown beside what was played on the same. */
  on: string;
  /** @throws LabProblem when the lab cannot be reached */
  play(id: string): Promise<Ending>;
};

/** Scenarios as buttons: each plays for real in the learner's own lab, and says what came of it. */
export function ScenarioList({ heading, lead, scenarios, on, play }: Props) {
  const { renew, retry } = useControls();
  const [playing, setPlaying] = useState<string | null>(null);
  const [endings, setEndings] = useState<readonly (Ending & { id: string; on: string })[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const headingId = useId();

  const start = async (id: string, title: string) => {
    setPlaying(title);
    setProblem(null);
    try {
      const ending = { ...(await retryInNewLab(renew, () => play(id))), id, on };
      setEndings((known) => [ending, ...known.filter((one) => one.id !== id || one.on !== on)]);
    } catch (error) {
      setProblem(error instanceof LabProblem ? error.message : "The lab did not answer. Try again.");
      retry();
    } finally {
      setPlaying(null);
    }
  };

  const [latest] = endings;
  return (
    <section className={styles.scenarios} aria-labelledby={headingId}>
      <h3 id={headingId}>{heading}</h3>
      <p className={styles.lead}>{lead}</p>
      <p className={styles.story} role="status">
        {playing !== null && `Playing: ${playing}…`}
        {playing === null && problem}
        {playing === null && problem === null && latest !== undefined && <Story {...latest} />}
      </p>
      <ul>
        {scenarios.map(({ id, title }) => {
          const ending = endings.find((one) => one.id === id && one.on === on);
          return (
            <li key={id}>
              <Button
                look="quiet"
                busy={playing !== null}
                aria-busy={playing === title || undefined}
                onClick={() => start(id, title)}
              >
                {title}
              </Button>
              {ending !== undefined && <Mark {...ending} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Story({ passes, label, story, run }: Ending) {
  return (
    <>
      <Mark passes={passes} label={label} /> {story} {run !== null && <a href={run}>The recorded run</a>}
    </>
  );
}
