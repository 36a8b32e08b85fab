import type { CryptoPort, ScryptCost } from "../crypto/port.ts";
import { createFairQueue, type FairQueue } from "./fair-queue.ts";
import { guessedMs } from "./password-costs.ts";

/** Passwords that may wait to be hashed: four classes of sixty. */
const WAITING = 256;
/** In one lab there is one learner, with a few tabs. */
const WAITING_IN_A_LAB = 32;
/** Apps give up on a login after five seconds: one that would end later is work for nobody. */
const LONGEST_WAIT_MS = 3_000;

/** What {@link LONGEST_WAIT_MS} is for whoever is turned away: by then the line that was too long is worked off. */
export const BUSY_RETRY_SECONDS = 3;

/** Where passwords wait for their turn, fair between labs: sixty of one lab hold up the next lab's by one. */
export function createHashingQueue(crypto: Pick<CryptoPort, "scryptsAtOnce">, cost: ScryptCost): FairQueue {
  return createFairQueue({
    running: crypto.scryptsAtOnce,
    waiting: WAITING,
    waitingPerKey: WAITING_IN_A_LAB,
    longestWaitMs: LONGEST_WAIT_MS,
    firstGuessMs: guessedMs(cost),
  });
}
