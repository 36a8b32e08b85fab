"use client";

import { memo, type ReactNode, useState } from "react";
import type { Actor, LabEvent } from "@/lib/lab/schemas";
import { TokenMark } from "../token-mark";
import { EventDetail } from "./event-detail";
import { actorNames } from "./event-words";
import { LifeBars } from "./life-bars";
import type { Row } from "./rows";
import styles from "./timeline-row.module.css";

export type ActionFor = (event: LabEvent) => ReactNode;

type Props = {
  row: Row;
  lanes: readonly Actor[];
  showTime: boolean;
  actionFor: ActionFor | undefined;
  onOpen: (() => void) | undefined;
};

/** One arrow, band or quiet line; it opens into what was really sent. */
export const TimelineRow = memo(
  function TimelineRow({ row, lanes, showTime, actionFor, onOpen }: Props) {
    const [open, setOpen] = useState(false);
    const { event, look, time, wrong } = row;
    const toggle = (next: boolean) => {
      setOpen(next);
      if (next) onOpen?.();
    };
    // What is only a sentence is there from the start, so that a recording opens without scripts.
    const filled = open || event.detail === undefined;
    return (
      <li className={styles.item}>
        <LifeBars segments={row.segments} />
        <details open={open} onToggle={(change) => toggle(change.currentTarget.open)}>
          <summary
            className={wrong ? `${styles.row} ${styles.wrong}` : styles.row}
            data-look={look}
            data-event={event.seq}
          >
            <time className={showTime ? styles.time : `${styles.time} ${styles.same}`}>{time}</time>
            {event.type === "note" ? <Note row={row} /> : <Arrow row={row} lanes={lanes} />}
          </summary>
          {filled && <EventDetail event={event} action={open ? actionFor?.(event) : null} />}
        </details>
      </li>
    );
  },
  (before, after) =>
    before.row.event === after.row.event &&
    before.row.key === after.row.key &&
    before.lanes === after.lanes &&
    before.showTime === after.showTime,
);

function Arrow({ row: { event, label }, lanes }: { row: Row; lanes: readonly Actor[] }) {
  const from = lanes.indexOf(event.from);
  const to = lanes.indexOf(event.to);
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
      <span className={styles.label}>{label}</span>
      <span className={styles.shaft}>
        <Marks event={event} />
      </span>
    </span>
  );
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

/** A longer jump tears a wider gap: minutes, hours, days. */
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
