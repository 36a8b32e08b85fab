import { z } from "zod";

/** A lab's time is the real time plus an offset that only the control plane moves, and only forward. */
export interface Clock {
  /** Lab time, epoch milliseconds. */
  readonly now: number;
  /** Seconds ahead of the real time. */
  readonly offset: number;
}

/** Ten years in all: far enough for any lifetime, and near enough for every date to be valid. */
export const MAX_OFFSET_SECONDS = 10 * 365 * 24 * 60 * 60;

export const advanceSchema = z.strictObject({
  /** Seconds. */
  advance: z.number().positive().max(MAX_OFFSET_SECONDS),
});

/** JWT dates are whole seconds (NumericDate, RFC 7519 §2). */
export function toSeconds(epochMs: number): number {
  return Math.floor(epochMs / 1000);
}
