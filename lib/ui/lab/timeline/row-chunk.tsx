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
  /** The number of the row that Tab leads to: null when it is in another chunk, undefined when every row is one. */
  stop: number | null | undefined;
};

/**
 * Twenty rows in one list. What is out of sight is not drawn, chunk by chunk: a browser that skips each row by itself
 * has five hundred boxes to look after in every frame. They stay in the document, for search, focus and print.
 */
export const RowChunk = memo(
  function RowChunk({ chunk: { rows, timeAbove }, lanes, actionFor, onOpen, stop }: Props) {
    const first = rows[0]?.event.seq;
    const last = rows.at(-1)?.event.seq;
    return (
      <ol
        className={styles.chunk}
        aria-label={first === last ? `Event ${first}` : `Events ${first} to ${last}`}
        // Not as a style attribute: the policy refuses it in served pages.
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
