import type { ScryptCost } from "../crypto/port.ts";
import { cheapPasswords } from "../fixtures/cheap-passwords.ts";
import { OWASP_SEED_HASHES, SEED_HASHES, type SeedHashes } from "./seed.ts";

/** The cost for passwords that are secret: scrypt with N=2^15, r=8, p=3 (OWASP Password Storage Cheat Sheet). */
export const OWASP_COST: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };

/**
 * The cost of this backend's password hashes: a twenty-fourth of {@link OWASP_COST}. The sign-in page prints the passwords, so
 * a slow hash would protect no account, and a class that signs in at once would wait for every hash (docs/decisions/0022).
 */
export const PUBLISHED_PASSWORDS_COST: ScryptCost = { N: 2 ** 12, r: 8, p: 1 };

export const passwordCostNames = ["class", "owasp", "tests"] as const;

export type PasswordCostName = (typeof passwordCostNames)[number];

/** A cost, and the published passwords hashed with it. */
export interface PasswordCost {
  readonly passwordCost: ScryptCost;
  readonly seedHashes: SeedHashes;
}

/** As `BACKEND_PASSWORD_COST` names them. */
export const passwordCosts: Readonly<Record<PasswordCostName, PasswordCost>> = {
  class: { passwordCost: PUBLISHED_PASSWORDS_COST, seedHashes: SEED_HASHES },
  owasp: { passwordCost: OWASP_COST, seedHashes: OWASP_SEED_HASHES },
  tests: cheapPasswords,
};

/** N·r·p of scrypt that a core of the 2020s gets through in a millisecond, measured with Node's. */
const WORK_PER_MS = 3_000;

/** @returns about how long one hash takes, in milliseconds */
export function guessedMs({ N, r, p }: ScryptCost): number {
  return (N * r * p) / WORK_PER_MS;
}
