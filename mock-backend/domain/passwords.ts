import { base64url } from "jose";
import { z } from "zod";
import type { CryptoPort, ScryptCost } from "../crypto/port.ts";

/**
 * Unicode code points, as zod counts and NIST SP 800-63B asks: an emoji is one. Longer passwords are refused before they are
 * hashed, so that a request cannot buy work by the kilobyte.
 */
export const MAX_PASSWORD_LENGTH = 256;

/** Half a surrogate pair is no text: every hash takes all of them for the same sign. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The password of a login request. */
export const passwordSchema = z
  .string()
  .min(1)
  .max(MAX_PASSWORD_LENGTH)
  .refine((text) => !LONE_SURROGATE.test(text), { error: "not Unicode text" });

const HASH_BYTES = 32;
const SALT_BYTES = 16;

const storedHash = z.string().regex(/^scrypt\$N=\d+,r=\d+,p=\d+\$[\w-]+\$[\w-]+$/);

export interface Passwords {
  /** @returns `scrypt$N=…,r=…,p=…$salt$hash`, both parts base64url */
  hash(password: string, salt?: Uint8Array): Promise<string>;
  /**
   * Compares in constant time. Without a stored hash (an unknown user) it does the same work against a dummy
   * and answers false, so that the time taken tells nothing (OWASP Authentication).
   *
   * @throws whatever scrypt throws when it could not hash: the password was not looked at
   */
  verify(password: string, stored: string | undefined): Promise<boolean>;
}

/** Password hashing over a door's scrypt. The cost travels inside each hash, so it can be raised later. */
export function createPasswords(crypto: Pick<CryptoPort, "scrypt">, cost: ScryptCost): Passwords {
  const dummy = `scrypt$N=${cost.N},r=${cost.r},p=${cost.p}$${"A".repeat(22)}$${"A".repeat(43)}`;
  return {
    async hash(password, salt = globalThis.crypto.getRandomValues(new Uint8Array(SALT_BYTES))) {
      const key = await crypto.scrypt(password, salt, cost, HASH_BYTES);
      return `scrypt$N=${cost.N},r=${cost.r},p=${cost.p}$${base64url.encode(salt)}$${base64url.encode(key)}`;
    },
    async verify(password, stored) {
      const parsed = parse(stored ?? dummy);
      const key = await crypto.scrypt(password, parsed.salt, parsed.cost, parsed.key.length);
      return equal(key, parsed.key) && stored !== undefined;
    },
  };
}

function parse(stored: string): { cost: ScryptCost; salt: Uint8Array; key: Uint8Array } {
  const [, parameters = "", salt = "", key = ""] = storedHash.parse(stored).split("$");
  const [N = 0, r = 0, p = 0] = parameters.split(",").map((pair) => Number(pair.slice(2)));
  return { cost: { N, r, p }, salt: base64url.decode(salt), key: base64url.decode(key) };
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  return difference === 0;
}
