"use client";

import { useId, useState } from "react";
import { labSkewMs } from "./from-lab";
import styles from "./inspector.module.css";
import type { Clock } from "./use-clock";

const kinds = [
  ["real", "This device’s"],
  ["lab", "My lab’s"],
  ["given", "A time I give"],
] as const;

type Props = { clock: Clock; nowMs: number; onChange(clock: Clock): void };

const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

/** Chooses the clock that a token's dates are compared with. */
export function ClockChoice({ clock, nowMs, onChange }: Props) {
  const [problem, setProblem] = useState<string>();
  const name = useId();

  const choose = async (kind: Clock["kind"]) => {
    setProblem(undefined);
    if (kind === "real") return onChange({ kind });
    if (kind === "given") return onChange({ kind, atMs: nowMs });
    // The radio button changes at once; the lab answers a moment later how far its clock is ahead.
    onChange({ kind, skewMs: 0 });
    const skew = await labSkewMs();
    if ("value" in skew) return onChange({ kind, skewMs: skew.value });
    setProblem(skew.problem);
    onChange({ kind: "real" });
  };

  return (
    <fieldset className={styles.row}>
      <legend className={styles.legend}>Clock</legend>
      {kinds.map(([kind, label]) => (
        <label key={kind} className={styles.choice}>
          <input type="radio" name={name} checked={clock.kind === kind} onChange={() => choose(kind)} />
          {label}
        </label>
      ))}
      {clock.kind === "given" && (
        <input
          type="datetime-local"
          step="1"
          className={styles.field}
          aria-label="The time, in this device’s time zone"
          defaultValue={localValue(clock.atMs)}
          onChange={({ target }) => {
            const atMs = new Date(target.value).getTime();
            if (Number.isFinite(atMs)) onChange({ kind: "given", atMs });
          }}
        />
      )}
      {nowMs > 0 && (
        <p className={styles.hint}>
          {inWords.format(nowMs)}, <code>{nowMs / 1000}</code> in a token
        </p>
      )}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** An instant in the format of `datetime-local`: local time without a zone. */
function localValue(atMs: number): string {
  return new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
