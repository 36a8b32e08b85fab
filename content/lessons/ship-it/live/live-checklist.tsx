"use client";

import { useId, useRef, useState } from "react";
import { withAppRequestsPaused } from "@/lib/lab/client/pause-app-requests";
import { LabProblem } from "@/lib/lab/client/problem";
import { retryInNewLab } from "@/lib/lab/client/retry-in-new-lab";
import { changeSettings, readState } from "@/lib/lab/client/scenario/calls";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { Button } from "@/lib/ui/lab/button";
import { Inline } from "@/lib/ui/lesson/inline";
import { Mark } from "@/lib/ui/lesson/mark";
import type { Finding } from "./finding";
import styles from "./live-checklist.module.css";
import { probes } from "./probes";

export type LiveChecklistProps = {
  lesson: string;
  groups: readonly { title: string; lines: readonly { id: string; text: string }[] }[];
};

/** The list, tried line by line on the lab as it runs now. */
export default function LiveChecklist({ lesson, groups }: LiveChecklistProps) {
  const { renew, retry } = useControls();
  const preset = useLab((lab) => lab.variants[lesson]);
  const [findings, setFindings] = useState<Readonly<Record<string, Finding>>>({});
  const [trying, setTrying] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stopped = useRef(false);
  const headingId = useId();
  const lines = groups.flatMap((group) => group.lines);

  async function tryAll() {
    setFindings({});
    setProblem(null);
    stopped.current = false;
    const { settings } = await retryInNewLab(renew, readState);
    await changeSettings({ fault: "none", latencyMs: 0 });
    try {
      for (const { id, text } of lines) {
        if (stopped.current) break;
        setTrying(text);
        const finding = await probes[id]?.();
        if (finding) setFindings((known) => ({ ...known, [id]: finding }));
      }
    } finally {
      await changeSettings(settings);
      setTrying(null);
      retry();
    }
  }

  const start = () =>
    withAppRequestsPaused(tryAll).catch((error: unknown) => {
      setTrying(null);
      setProblem(error instanceof LabProblem ? error.message : "The lab did not answer. Try again.");
    });
  const done = Object.values(findings);
  const passed = done.filter(({ passes }) => passes).length;

  return (
    <section className={styles.live} aria-labelledby={headingId}>
      <h3 id={headingId}>The list, on your lab</h3>
      <p className={styles.lead}>
        Runs {preset === undefined ? "a mixture of variants" : <code>{preset}</code>}. Each line signs in
        anew, moves the clock and sends real requests.
      </p>
      <div className={styles.actions}>
        <Button
          look="primary"
          busy={trying !== null}
          aria-busy={trying !== null || undefined}
          onClick={start}
        >
          Check my lab
        </Button>
        {trying !== null && (
          <Button
            look="quiet"
            onClick={() => {
              stopped.current = true;
            }}
          >
            Stop
          </Button>
        )}
      </div>
      <p role="status" className={styles.status}>
        {trying !== null && (
          <>
            {done.length + 1} of {lines.length}: <Inline text={trying} />
          </>
        )}
        {trying === null && (problem ?? (done.length > 0 && `${passed} of ${done.length} lines hold.`))}
      </p>
      {groups.map(({ title, lines }) => (
        <div key={title}>
          <h4>{title}</h4>
          <ul>
            {lines.map(({ id, text }) => (
              <LiveLine key={id} id={id} text={text} finding={findings[id]} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function LiveLine({ id, text, finding }: { id: string; text: string; finding: Finding | undefined }) {
  return (
    <li data-line={id} data-passes={finding?.passes}>
      <span className={styles.mark}>{finding && <Mark passes={finding.passes} />}</span>
      <span>
        <Inline text={text} />
        {finding && <span className={styles.found}>{finding.found}</span>}
      </span>
    </li>
  );
}
