import { LRUCache } from "lru-cache";
import { afterFailure, type LoginAttempts, NO_ATTEMPTS, waitMs } from "../../domain/login-limit.ts";
import type { Logins } from "../logins.ts";

/** Addresses that a lab remembers: whoever tries more forgets the oldest. */
const MAX_ADDRESSES = 1000;

export class MemoryLogins implements Logins {
  readonly #attempts = new LRUCache<string, LoginAttempts>({ max: MAX_ADDRESSES });

  async begin(email: string, now: number) {
    const attempts = this.#attempts.get(email) ?? NO_ATTEMPTS;
    const wait = waitMs(attempts, now);
    if (wait === 0) this.#attempts.set(email, { ...attempts, pending: attempts.pending + 1 });
    return { waitMs: wait };
  }

  async release(email: string) {
    const attempts = this.#attempts.get(email);
    if (attempts) this.#attempts.set(email, { ...attempts, pending: Math.max(attempts.pending - 1, 0) });
  }

  async settle(email: string, passed: boolean, now: number) {
    const attempts = this.#attempts.get(email) ?? { ...NO_ATTEMPTS, pending: 1 };
    const settled = passed ? { ...NO_ATTEMPTS, pending: attempts.pending - 1 } : afterFailure(attempts, now);
    this.#attempts.set(email, settled);
    return { lockMs: Math.max(settled.lockedUntil - now, 0) };
  }
}
