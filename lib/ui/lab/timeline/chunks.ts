import type { Row } from "./rows";

/** 500 rows become a few dozen boxes, and one chunk is about a screenful. */
const chunkSize = 20;

/** Rows that the browser renders or skips together. */
export type Chunk = {
  /** Does not change when rows are added after the chunk or dropped before it. */
  key: number;
  rows: readonly Row[];
  /** The time of the row above, which the first row does not repeat. */
  timeAbove: string | undefined;
};

/**
 * Divides rows by their events' sequence numbers and not by their positions, so that a row stays in its chunk, and
 * stays open, when the oldest row is dropped or a filter is set.
 */
export function chunksOf(rows: readonly Row[]): Chunk[] {
  const chunks: (Chunk & { rows: Row[] })[] = [];
  rows.forEach((row, index) => {
    const key = Math.floor((row.event.seq - 1) / chunkSize);
    const current = chunks.at(-1);
    if (current?.key === key) current.rows.push(row);
    else chunks.push({ key, rows: [row], timeAbove: rows[index - 1]?.time });
  });
  return chunks;
}

/** Whether two chunks render alike. */
export function sameChunk(before: Chunk, after: Chunk): boolean {
  return (
    before.timeAbove === after.timeAbove &&
    before.rows.length === after.rows.length &&
    before.rows.every((row, index) => sameRow(row, after.rows[index]))
  );
}

/** Whether two rows render alike, in the lanes and in the table. */
export function sameRow(before: Row, after: Row | undefined): boolean {
  return before.event === after?.event && before.key === after.key;
}
