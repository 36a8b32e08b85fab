/**
 * Why the queue refuses work:
 * - `full`: the whole queue has reached its bound
 * - `share-used`: this key has reached its bound
 * - `too-long`: the work's turn would come too late
 */
export type QueueFullCode = "full" | "share-used" | "too-long";

/** Thrown at once, before any work: the caller may come back later. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";

  constructor(readonly code: QueueFullCode) {
    super(code);
  }
}

export interface QueueBounds {
  /** How much runs at once. */
  readonly running: number;
  /** How much may wait, of all keys together. */
  readonly waiting: number;
  /** How much may wait of one key. */
  readonly waitingPerKey: number;
  /** Work that would have to wait longer than this is refused at once. Milliseconds. */
  readonly longestWaitMs: number;
  /** How long one piece of work is taken to last until one has been measured. Milliseconds. */
  readonly firstGuessMs: number;
}

export interface FairQueue {
  /**
   * Runs `work` when its turn comes. Keys take turns, one piece of work each: however much work waits under one key, the
   * first piece of another key waits for at most one piece of it.
   *
   * @param signal takes waiting work out of the queue when it aborts; work that has begun is finished
   * @throws QueueFullError at once, or the signal's reason, or whatever `work` throws
   */
  run<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** How much runs and waits now. */
  readonly size: { readonly running: number; readonly waiting: number };
}

/** How much the latest measurement weighs in the mean of all. */
const WEIGHT = 0.2;

type Begin = () => Promise<void>;

/**
 * A bounded queue in which keys take turns. `p-queue` and its like have one line with priorities, in which a key that sends
 * sixty is served sixty times before the next.
 *
 * @param nowMs a clock that never goes back
 */
export function createFairQueue(
  bounds: QueueBounds,
  nowMs: () => number = () => performance.now(),
): FairQueue {
  // In the order of the keys' turns: a key that had its turn goes to the end.
  const waiting = new Map<string, Set<Begin>>();
  let waitingCount = 0;
  let running = 0;
  let meanMs = bounds.firstGuessMs;

  function refuse(key: string): void {
    const own = waiting.get(key)?.size ?? 0;
    if (running < bounds.running) return;
    if (waitingCount >= bounds.waiting) throw new QueueFullError("full");
    if (own >= bounds.waitingPerKey) throw new QueueFullError("share-used");
    // Every key gets as many turns before this piece's own as it has pieces, and no more than this key has.
    let ahead = running;
    for (const pieces of waiting.values()) ahead += Math.min(pieces.size, own + 1);
    if ((ahead * meanMs) / bounds.running > bounds.longestWaitMs) throw new QueueFullError("too-long");
  }

  function leave(key: string, begin: Begin): void {
    const own = waiting.get(key);
    if (!own?.delete(begin)) return;
    waitingCount -= 1;
    if (own.size === 0) waiting.delete(key);
  }

  function next(): void {
    while (running < bounds.running) {
      const [turn] = waiting;
      if (turn === undefined) return;
      const [key, own] = turn;
      const [begin] = own;
      waiting.delete(key);
      waiting.set(key, own);
      if (begin === undefined) return;
      leave(key, begin);
      running += 1;
      void begin();
    }
  }

  return {
    get size() {
      return { running, waiting: waitingCount };
    },
    async run(key, work, signal) {
      signal?.throwIfAborted();
      refuse(key);
      return new Promise((resolve, reject) => {
        const onAbort = () => {
          leave(key, begin);
          reject(signal?.reason);
        };
        const begin = async () => {
          signal?.removeEventListener("abort", onAbort);
          const begunMs = nowMs();
          try {
            resolve(await work());
          } catch (error) {
            reject(error);
          } finally {
            meanMs += WEIGHT * (nowMs() - begunMs - meanMs);
            running -= 1;
            next();
          }
        };
        const own = waiting.get(key) ?? new Set();
        waiting.set(key, own.add(begin));
        waitingCount += 1;
        signal?.addEventListener("abort", onAbort, { once: true });
        next();
      });
    },
  };
}
