"use client";

import { memo, type ReactNode, useState } from "react";
import type { Actor, LabEvent } from "@/lib/lab/schemas";
import { EventDetail } from "./event-detail";
import { LifeBars } from "./life-bars";
import { RowLine } from "./row-line";
import type { Row } from "./rows";
import styles from "./timeline-row.module.css";

export type ActionFor = (event: LabEvent) => ReactNode;

type Props = {
  row: Row;
  lanes: readonly Actor[];
  showTime: boolean;
  actionFor: ActionFor | undefined;
  onOpen: (() => void) | undefined;
  /** Whether this row is the list's tab stop; undefined when every row is one. */
  isStop: boolean | undefined;
};

/** One row: an arrow, band or quiet line, which opens to show the recorded message. */
export const TimelineRow = memo(
  function TimelineRow({ row, lanes, showTime, actionFor, onOpen, isStop }: Props) {
    const [open, setOpen] = useState(false);
    const { event } = row;
    const toggle = (next: boolean) => {
      setOpen(next);
      if (next) onOpen?.();
    };
    return (
      <li className={styles.item}>
        <LifeBars segments={row.segments} />
        <details open={open} onToggle={(change) => toggle(change.currentTarget.open)}>
          <RowLine
            row={row}
            lanes={lanes}
            showTime={showTime}
            {...(isStop !== undefined && { tabIndex: isStop ? 0 : -1 })}
          />
          {open && <EventDetail event={event} action={actionFor?.(event)} />}
        </details>
      </li>
    );
  },
  (before, after) =>
    before.row.event === after.row.event &&
    before.row.key === after.row.key &&
    before.lanes === after.lanes &&
    before.showTime === after.showTime &&
    before.isStop === after.isStop,
);
