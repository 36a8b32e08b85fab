import type { Row } from "./rows";

/** Enough that 500 rows are a few dozen boxes to the browser, few enough that one chunk is about a screenful. */
const chunkSize = 20;

/** Rows that are drawn, or left undrawn, together. */
export type Chunk = {
  /** Stays the same while rows are added after it or dropped before it. */
  key: number;
  rows: readonly Row[];
  /** The time of the row above, which the first row need not repeat. */
  timeAbove: string | undefined;
};

/**
 * Cuts the rows by their events' numbers and not by their places: where the oldest row is dropped, or a filter is set,
 * every other row stays in its chunk, and open if it was open.
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

/** Whether a chunk would be drawn the same. */
export function sameChunk(before: Chunk, after: Chunk): boolean {
  return (
    before.timeAbove === after.timeAbove &&
    before.rows.length === after.rows.length &&
    before.rows.every((row, index) => sameRow(row, after.rows[index]))
  );
}

/** Whether a row would be drawn the same, in the lanes or the table. */
export function sameRow(before: Row, after: Row | undefined): boolean {
  return before.event === after?.event && before.key === after.key;
}
