/** Wrong passwords in a row that an account may take before it is locked (ASVS 6.3.1). */
export const FREE_ATTEMPTS = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60_000;

/** The record of an address that was tried, whether or not it belongs to an account. */
export interface LoginAttempts {
  readonly failures: number;
  /** Attempts whose password is being hashed now. */
  readonly pending: number;
  /** Lab time, epoch milliseconds. */
  readonly lockedUntil: number;
}

export const NO_ATTEMPTS: LoginAttempts = { failures: 0, pending: 0, lockedUntil: 0 };

/**
 * Milliseconds until this address may try again; 0 admits it now. Attempts in flight count, so that a burst
 * cannot try more passwords than a queue could.
 */
export function waitMs({ failures, pending, lockedUntil }: LoginAttempts, now: number): number {
  if (lockedUntil > now) return lockedUntil - now;
  return pending < Math.max(FREE_ATTEMPTS - failures, 1) ? 0 : 1000;
}

/** The record after a wrong password: from the fifth on, each one locks the address twice as long. */
export function afterFailure(attempts: LoginAttempts, now: number): LoginAttempts {
  const failures = attempts.failures + 1;
  const lockMs = Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_ATTEMPTS), LONGEST_LOCK_MS);
  return {
    failures,
    pending: attempts.pending - 1,
    lockedUntil: failures >= FREE_ATTEMPTS ? now + lockMs : attempts.lockedUntil,
  };
}
