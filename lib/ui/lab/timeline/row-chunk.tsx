"use client";

import { memo } from "react";
import type { Actor } from "@/lib/lab/schemas";
import { type Chunk, sameChunk } from "./chunks";
import styles from "./row-chunk.module.css";
import { type ActionFor, TimelineRow } from "./timeline-row";

type Props = {
  chunk: Chunk;
  lanes: readonly Actor[];
  actionFor: ActionFor | undefined;
  onOpen: (() => void) | undefined;
  /** The number of the row that is the tab stop; null when another chunk has it, undefined when every row is one. */
  stop: number | null | undefined;
};

/**
 * Twenty rows in one list. The browser skips the rendering of a chunk that is out of view; skipping each row by
 * itself would leave it five hundred boxes to manage in every frame. The rows stay in the document for search, focus
 * and print.
 */
export const RowChunk = memo(
  function RowChunk({ chunk: { rows, timeAbove }, lanes, actionFor, onOpen, stop }: Props) {
    const first = rows[0]?.event.seq;
    const last = rows.at(-1)?.event.seq;
    return (
      <ol
        className={styles.chunk}
        aria-label={first === last ? `Event ${first}` : `Events ${first} to ${last}`}
        // Set by script, because the policy refuses style attributes in served pages.
        ref={(list) => list?.style.setProperty("--rows", String(rows.length))}
      >
        {rows.map((row, index) => (
          <TimelineRow
            key={row.event.seq}
            row={row}
            lanes={lanes}
            showTime={(index === 0 ? timeAbove : rows[index - 1]?.time) !== row.time}
            actionFor={actionFor}
            onOpen={onOpen}
            isStop={stop === undefined ? undefined : row.event.seq === stop}
          />
        ))}
      </ol>
    );
  },
  (before, after) =>
    sameChunk(before.chunk, after.chunk) && before.lanes === after.lanes && before.stop === after.stop,
);
