import type { LabEvent } from "@/lib/lab/schemas";
import type { AccessLife } from "./access-lives";

/** The number of widths of a bar, which narrows as the token's time runs out. */
export const steps = 8;

/** The part of an access token's bar in one row. */
export type Segment = {
  generation: number;
  track: 0 | 1;
  /** The rest of its lifetime, from 1 (nearly nothing) to 8 (all). */
  left: number;
  part: "start" | "middle" | "expired" | "ended";
  /** Whether a newer token of the same sign-in exists, beside which this one is still live. */
  old: boolean;
};

/**
 * Computes the parts of the bars beside each row. Two tracks alternate, so that an old token and its successor stand
 * side by side. When a third token is issued while two are live, the oldest one's bar ends.
 */
export function segmentsOf(events: readonly LabEvent[], lives: readonly AccessLife[]): Segment[][] {
  const rows: Segment[][] = events.map(() => []);
  lives.forEach((life, index) => {
    const nextOnTrack = lives[index + 2];
    const successor = lives.slice(index + 1).find(({ family }) => family === life.family);
    const last = Math.min(life.to ?? events.length - 1, (nextOnTrack?.from ?? events.length) - 1);
    for (let row = life.from; row <= last; row += 1) {
      const before = row === life.to ? row - 1 : row;
      const leftMs = life.expiresAt - (events[before]?.at ?? 0);
      rows[row]?.push({
        generation: life.generation,
        track: index % 2 === 0 ? 0 : 1,
        left: Math.min(steps, Math.max(1, Math.ceil((steps * leftMs) / life.lifeMs))),
        part: partAt(life, row),
        old: successor !== undefined && row >= successor.from,
      });
    }
  });
  return rows;
}

function partAt(life: AccessLife, row: number): Segment["part"] {
  if (row === life.from) return "start";
  return row === life.to && life.end !== null ? life.end : "middle";
}
