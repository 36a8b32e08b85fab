import { afterFailure, type LoginAttempts, NO_ATTEMPTS, waitMs } from "../../domain/login-limit.ts";
import type { Logins } from "../store.ts";
import { Account } from "./account.ts";
import { ADDRESS_BYTES } from "./weights.ts";

/** Addresses that a lab remembers. */
export const MAX_ADDRESSES = 1000;

export class MemoryLogins implements Logins {
  /** The one that was tried last is last. */
  readonly #attempts = new Map<string, LoginAttempts>();
  readonly #account: Account;

  constructor(account = new Account()) {
    this.#account = account;
  }

  async begin(email: string, now: number) {
    const attempts = this.#attempts.get(email) ?? NO_ATTEMPTS;
    const wait = waitMs(attempts, now);
    if (wait === 0) this.#keep(email, { ...attempts, pending: attempts.pending + 1 }, now);
    return { waitMs: wait };
  }

  async release(email: string) {
    const attempts = this.#attempts.get(email);
    if (attempts) this.#attempts.set(email, { ...attempts, pending: Math.max(attempts.pending - 1, 0) });
  }

  /**
   * Where there are too many addresses, the one with the fewest wrong passwords is forgotten, and of several the oldest.
   * So an attacker cannot get a lock forgotten by trying many addresses once.
   */
  #keep(email: string, attempts: LoginAttempts, now: number): void {
    this.#attempts.delete(email);
    if (this.#attempts.size >= MAX_ADDRESSES) {
      const weight = ({ failures, lockedUntil, pending }: LoginAttempts) =>
        failures + pending + (lockedUntil > now ? MAX_ADDRESSES : 0);
      let least: [email: string, weight: number] | undefined;
      for (const [other, record] of this.#attempts) {
        if (!least || weight(record) < least[1]) least = [other, weight(record)];
      }
      if (least) this.#attempts.delete(least[0]);
    }
    this.#attempts.set(email, attempts);
    this.#account.set(this.#attempts.size * ADDRESS_BYTES);
  }

  async settle(email: string, passed: boolean, now: number) {
    const attempts = this.#attempts.get(email) ?? { ...NO_ATTEMPTS, pending: 1 };
    const settled = passed ? { ...NO_ATTEMPTS, pending: attempts.pending - 1 } : afterFailure(attempts, now);
    this.#keep(email, settled, now);
    return { lockMs: Math.max(settled.lockedUntil - now, 0) };
  }
}
