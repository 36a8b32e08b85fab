"use client";

import { type ReactNode, useEffect, useId, useMemo, useState } from "react";
import type { Actor, LabEvent } from "@/lib/lab/schemas";
import { highlightHoveredToken } from "../highlight-token";
import { chunksOf } from "./chunks";
import { LaneGuides } from "./lane-guides";
import { LaneHeads } from "./lane-heads";
import { RowChunk } from "./row-chunk";
import { type Clock, lanesOf, type Row, rowsTouching, timelineRows } from "./rows";
import styles from "./timeline.module.css";
import type { ActionFor } from "./timeline-row";
import { TimelineTable } from "./timeline-table";
import { TimelineTools } from "./timeline-tools";
import { useFollow } from "./use-follow";
import { useRowKeys } from "./use-row-keys";

type Props = {
  events: readonly LabEvent[];
  /** `elapsed` for a recording, whose clock begins at zero. */
  clock?: Clock | undefined;
  /** Whether the timeline scrolls by itself and follows new events. Otherwise it has its full length. */
  live?: boolean | undefined;
  /**
   * The accessible name of a timeline with a visible heading elsewhere. Left out, the timeline shows its own heading.
   */
  name?: string | undefined;
  /** Whether older events were dropped. */
  truncated?: boolean | undefined;
  empty?: ReactNode;
  /** Makes the actions for an event, below its content. */
  actionFor?: ActionFor | undefined;
};

/** The events in order, the newest last: the live lab's or a recording's. */
export function Timeline({ events, clock = "lab", live = false, name, truncated, empty, actionFor }: Props) {
  const [chosen, setChosen] = useState<readonly Actor[]>([]);
  const [asTable, setAsTable] = useState(false);
  const { scroller, content, follow, setFollow, onScroll } = useFollow(live);
  const titleId = useId();
  const lanes = lanesOf(events);
  const rows = useMemo(() => timelineRows(events, clock), [events, clock]);
  // A chosen lane that no longer exists, after a reset, filters nothing.
  const shown = rowsTouching(
    rows,
    chosen.filter((actor) => lanes.includes(actor)),
  );
  useEffect(highlightHoveredToken, []);

  return (
    <section
      className={live ? `${styles.timeline} ${styles.live}` : styles.timeline}
      aria-labelledby={titleId}
      data-lanes={lanes.length}
    >
      <header className={styles.header}>
        {name === undefined ? (
          <h2 className={styles.title} id={titleId}>
            What happened
          </h2>
        ) : (
          <span className="visually-hidden" id={titleId}>
            {name}
          </span>
        )}
        <TimelineTools
          events={events}
          clock={clock}
          asTable={asTable}
          onTable={setAsTable}
          follow={live ? follow : undefined}
          onFollow={setFollow}
        />
      </header>
      <div className={styles.scroller} ref={scroller} onScroll={onScroll}>
        <div ref={content}>
          <LaneHeads lanes={lanes} aboveLanes={!asTable} chosen={chosen} onChoose={setChosen} />
          {shown.length < rows.length && (
            <p className={styles.filtered} role="status">
              {shown.length} of {rows.length} events.{" "}
              <button type="button" className={styles.all} onClick={() => setChosen([])}>
                Show all
              </button>
            </p>
          )}
          {truncated === true && (
            <p className={styles.empty}>Older events are gone: a lab keeps the last 500.</p>
          )}
          {rows.length === 0 ? (
            <p className={styles.empty}>{empty}</p>
          ) : asTable ? (
            <TimelineTable rows={shown} labelledBy={titleId} />
          ) : (
            <div className={styles.sheet}>
              <LaneGuides lanes={lanes} />
              <Rows
                rows={shown}
                lanes={lanes}
                actionFor={actionFor}
                onOpen={live ? () => setFollow(false) : undefined}
                live={live}
              />
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

type RowsProps = {
  rows: readonly Row[];
  lanes: readonly Actor[];
  actionFor: ActionFor | undefined;
  onOpen: (() => void) | undefined;
  live: boolean;
};

function Rows({ rows, lanes, actionFor, onOpen, live }: RowsProps) {
  const { stop, ...walking } = useRowKeys(rows);
  return (
    <div className={styles.events} {...(live && walking)}>
      {chunksOf(rows).map((chunk) => (
        <RowChunk
          key={chunk.key}
          chunk={chunk}
          lanes={lanes}
          actionFor={actionFor}
          onOpen={onOpen}
          stop={live ? stopIn(chunk.rows, stop) : undefined}
        />
      ))}
    </div>
  );
}

/** The tab stop if the chunk has it, otherwise null: the other chunks do not render again when the tab stop moves. */
function stopIn(rows: readonly Row[], stop: number | null): number | null {
  return rows.some(({ event }) => event.seq === stop) ? stop : null;
}
