import { Fragment, type ReactNode } from "react";
import type { Actor, LabEvent } from "@/lib/lab/schemas";
import { TokenMark } from "../token-mark";
import { actorNames, laneLabel, laneOf } from "./event-words";
import type { Row } from "./rows";
import styles from "./timeline-row.module.css";

type Props = {
  row: Row;
  lanes: readonly Actor[];
  showTime: boolean;
  /** -1 for a row that only the arrow keys reach. */
  tabIndex?: 0 | -1;
};

/** One event in one line: its time, and its arrow, band or quiet text. It is the summary of a disclosure. */
export function RowLine({ row, lanes, showTime, tabIndex }: Props) {
  const { event, look, time, wrong } = row;
  return (
    <summary
      className={wrong ? `${styles.row} ${styles.wrong}` : styles.row}
      data-look={look}
      data-event={event.seq}
      tabIndex={tabIndex}
    >
      <time className={showTime ? styles.time : `${styles.time} ${styles.same}`}>{time}</time>
      {event.type === "note" ? <Note row={row} /> : <Arrow row={row} lanes={lanes} />}
    </summary>
  );
}

function Arrow({ row: { event, label }, lanes }: { row: Row; lanes: readonly Actor[] }) {
  const from = lanes.indexOf(laneOf(event.from));
  const to = lanes.indexOf(laneOf(event.to));
  return (
    <span
      className={styles.arrow}
      data-first={Math.min(from, to)}
      data-span={Math.abs(to - from) + 1}
      data-back={to < from || undefined}
    >
      <span className="visually-hidden">
        {actorNames[event.from]} to {actorNames[event.to]}:{" "}
      </span>
      <span className={styles.label}>{breakable(laneLabel(event, label))}</span>
      <span className={styles.shaft} data-carries={event.tokens.length > 0 || undefined}>
        <Marks event={event} />
      </span>
    </span>
  );
}

/** Allows a line break after the underscores of a long code. */
function breakable(label: string): ReactNode {
  const parts = label.split(/(?<=_)/);
  return parts.map((part, index) => (
    <Fragment key={parts.slice(0, index).join("").length}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

function Note({ row: { event, look, label, jumpSeconds, expired } }: { row: Row }) {
  return (
    <span className={styles.note} data-jump={jumpSeconds > 0 ? jumpSize(jumpSeconds) : undefined}>
      <span className={styles.sentence}>{label}</span>
      {look === "jump" && expired.length > 0 && (
        <span className={styles.marks}>
          {expired.map((generation) => (
            <TokenMark key={generation} kind="access" generation={generation} over />
          ))}
          {"expired"}
        </span>
      )}
      <Marks event={event} />
    </span>
  );
}

/** The unit of a jump, which decides the width of the gap. */
function jumpSize(seconds: number): "minutes" | "hours" | "days" {
  if (seconds < 3600) return "minutes";
  return seconds < 86_400 ? "hours" : "days";
}

function Marks({ event }: { event: LabEvent }) {
  if (event.tokens.length === 0) return null;
  return (
    <span className={styles.marks}>
      {event.tokens.map((token) => (
        <TokenMark key={`${token.role}${token.kind}${token.generation}`} {...token} />
      ))}
    </span>
  );
}
