"use client";

import { memo, useState } from "react";
import type { Actor, LabEvent } from "@/lib/lab/schemas";
import { EventDetail } from "./event-detail";
import styles from "./event-row.module.css";
import { actorNames, eventLabel, eventTime, isBand, isWrong } from "./event-words";
import { TokenMark } from "./token-mark";

type Props = { event: LabEvent; lanes: readonly Actor[]; showTime: boolean; onOpen(): void };

/** One arrow, band or quiet line; it opens into what was really sent. */
export const EventRow = memo(
  function EventRow({ event, lanes, showTime, onOpen }: Props) {
    const [open, setOpen] = useState(false);
    const toggle = (next: boolean) => {
      setOpen(next);
      if (next) onOpen();
    };
    return (
      <li className={styles.item}>
        <details open={open} onToggle={(change) => toggle(change.currentTarget.open)}>
          <summary className={`${styles.row} ${isWrong(event) ? styles.wrong : ""}`}>
            <time className={showTime ? styles.time : `${styles.time} ${styles.same}`}>
              {eventTime(event)}
            </time>
            {event.type === "note" ? <Note event={event} /> : <Arrow event={event} lanes={lanes} />}
          </summary>
          {open && <EventDetail event={event} />}
        </details>
      </li>
    );
  },
  (before, after) =>
    before.event === after.event &&
    before.lanes.length === after.lanes.length &&
    before.showTime === after.showTime,
);

function Arrow({ event, lanes }: { event: LabEvent; lanes: readonly Actor[] }) {
  const from = lanes.indexOf(event.from);
  const to = lanes.indexOf(event.to);
  const first = Math.min(from, to);
  const span = Math.abs(to - from) + 1;
  return (
    <span
      className={`${styles.arrow} ${to < from ? styles.back : ""} ${event.type === "response" ? styles.answer : ""}`}
      style={{ gridColumn: `${first + 2} / span ${span}`, paddingInline: `${50 / span}%` }}
    >
      <span className="visually-hidden">
        {actorNames[event.from]} to {actorNames[event.to]}:{" "}
      </span>
      <span className={styles.label}>{eventLabel(event)}</span>
      <span className={styles.shaft}>
        <Marks event={event} />
      </span>
    </span>
  );
}

function Note({ event }: { event: LabEvent }) {
  return (
    <span className={isBand(event) ? styles.band : styles.quiet}>
      <span className={styles.sentence}>{eventLabel(event)}</span>
      <Marks event={event} />
    </span>
  );
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
