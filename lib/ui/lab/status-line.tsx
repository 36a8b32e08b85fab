"use client";

import type { LabProblem } from "@/lib/lab/client/problem";
import type { LabStatus } from "@/lib/lab/client/snapshot";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { labNoticeText } from "@/lib/lab/lab-end";
import { Button } from "./button";
import { CopyCurl } from "./copy-curl";
import styles from "./status-line.module.css";

/** The last change, or the problem and what to do about it. Announced politely; its height is fixed. */
export function StatusLine() {
  const change = useLab((lab) => lab.change);
  const pending = useLab((lab) => lab.pending);
  return (
    <div className={styles.line}>
      <p className={styles.text} role="status">
        {pending ?? change?.text}
      </p>
      {pending === null && change?.call != null && <CopyCurl call={change.call} />}
    </div>
  );
}

const advice: Partial<Record<LabStatus, string>> = {
  reconnecting: "The connection broke. Coming back, and catching up on what happened meanwhile.",
};

/** Notices that need the learner's attention, shown while they apply. */
export function Notices() {
  const { retry, dismissNotice } = useControls();
  const status = useLab((lab) => lab.status);
  const problem = useLab((lab) => lab.problem);
  const notice = useLab((lab) => lab.notice);
  return (
    <div className={styles.notices} aria-live="polite">
      {notice !== null && (
        <div className={styles.notice}>
          <p>{labNoticeText(notice)}</p>
          <Button look="quiet" onClick={dismissNotice}>
            OK
          </Button>
        </div>
      )}
      {status === "down" ? (
        <div className={`${styles.notice} ${styles.wrong}`}>
          <p>{withCode(downSentence(problem))}</p>
          <Button onClick={retry}>Try now</Button>
        </div>
      ) : (
        problem !== null && (
          <div className={`${styles.notice} ${styles.wrong}`}>
            <p>{withCode(problem.message)}</p>
          </div>
        )
      )}
      {advice[status] !== undefined && <p className={styles.notice}>{advice[status]}</p>}
    </div>
  );
}

function downSentence(problem: LabProblem | null): string {
  // The message itself says when to try again.
  if (problem?.code === "rate_limited") return `${problem.message} The lessons read without the lab.`;
  const message = problem?.message ?? "The lab’s event stream breaks off again and again.";
  return `${message} The lab tries again by itself every 15 seconds; the lessons read without it.`;
}

/** Turns the backticks in the server's sentences into code. */
function withCode(sentence: string) {
  return sentence.split(/(`[^`]+`)/).map((part) => {
    const command = /^`(.+)`$/.exec(part)?.[1];
    return command === undefined ? part : <code key={part}>{command}</code>;
  });
}
