import type { CryptoPort, ScryptCost } from "../crypto/port.ts";
import { createFairQueue, type FairQueue } from "./fair-queue.ts";
import { guessedMs } from "./password-costs.ts";

/** Passwords that may wait to be hashed: four classes of sixty. */
const WAITING = 256;
/** Passwords of one lab that may wait: a lab has one learner, with a few tabs. */
const WAITING_IN_A_LAB = 32;
/** Apps give up on a login after five seconds: a hash that ends later is wasted. */
const LONGEST_WAIT_MS = 3_000;

/** When a refused login may come again, in seconds: {@link LONGEST_WAIT_MS}, after which the queue is worked off. */
export const BUSY_RETRY_SECONDS = 3;

/** The queue of passwords to hash, fair between labs: a lab with sixty logins delays another lab's login by one hash. */
export function createHashingQueue(crypto: Pick<CryptoPort, "scryptsAtOnce">, cost: ScryptCost): FairQueue {
  return createFairQueue({
    running: crypto.scryptsAtOnce,
    waiting: WAITING,
    waitingPerKey: WAITING_IN_A_LAB,
    longestWaitMs: LONGEST_WAIT_MS,
    firstGuessMs: guessedMs(cost),
  });
}
