import pLimit from "p-limit";
import { processWide } from "@/lib/server/process-wide";

/**
 * How many sign-ins one part of this process works on at once. Each is some 40 ms of this process's one thread, in
 * NextAuth and in the lab's record of it: of a class that signs in within a second, all but one wait here, and a page that
 * is asked for meanwhile finds a thread that is free in between. With two at once such a page took twice as long, and the
 * class was in half a second sooner.
 */
const AT_ONCE = 1;
/** A minute's sign-ins of one address (`windows.ts`); who came later would wait longer than a browser does. */
const MOST_WAITING = 240;
const RETRY_AFTER_SECONDS = 3;

/** Too many wait already. `retryAfterSeconds` says when to come again. */
export class NoTurn extends Error {
  override readonly name = "NoTurn";
  readonly retryAfterSeconds = RETRY_AFTER_SECONDS;
}

const turns = processWide("turns", () => ({ proxy: pLimit(AT_ONCE), handler: pLimit(AT_ONCE) }));

/**
 * Does the work when it is its turn.
 *
 * @param part the part of the process that the work is for: each has turns of its own
 * @throws NoTurn at once when too many wait, and whatever the work throws
 */
export function inTurn<T>(part: keyof typeof turns, work: () => Promise<T>): Promise<T> {
  const limit = turns[part];
  if (limit.pendingCount >= MOST_WAITING) return Promise.reject(new NoTurn());
  return limit(work);
}
