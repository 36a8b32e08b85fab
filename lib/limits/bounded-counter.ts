import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Window } from "./windows";

/** Addresses that are counted at once. The one that was quiet for longest is forgotten first, with its count. */
export const MOST_ADDRESSES = 5_000;

export type Counter = {
  /** @returns seconds until the address may try again; null when it may now, and this try is counted */
  count(address: string): Promise<number | null>;
};

/** Counts per address in one window, in bounded memory: the limiter itself forgets an address only when its time is up. */
export function boundedCounter({ most, seconds }: Window, mostAddresses = MOST_ADDRESSES): Counter {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  const known = new LRUCache<string, true>({
    max: mostAddresses,
    dispose: (_, address, reason) => {
      if (reason === "evict") void limiter.delete(address);
    },
  });
  return {
    async count(address) {
      if (known.get(address) === undefined) known.set(address, true);
      try {
        await limiter.consume(address);
        return null;
      } catch (error) {
        // What it throws when the limit is reached is no Error.
        if (!(error instanceof RateLimiterRes)) throw error;
        return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      }
    },
  };
}
