import type { Jwk } from "../algorithms.ts";
import type { KeyFlaw } from "../verification.ts";
import { bitLength, integerIn } from "./big-integers.ts";
import { isTriviallyFactorable } from "./factorable.ts";
import { hasRocaFingerprint } from "./roca.ts";
import { hasSmallOrder } from "./small-order.ts";

/** In bits: as OpenSSL's own bound. The time of a verification grows with the square of the length. */
const LONGEST_MODULUS = 16_384;
/** FIPS 186-5 §A.1.1: 2^16 < e < 2^256. */
const LARGEST_EXPONENT = 2n ** 256n;

/** What was found before: a page with a clock asks again every second. */
const known = new Map<string, KeyFlaw | null>();
const MOST_KNOWN = 32;

/**
 * Why a signature that holds for this key proves nothing: whoever reads the key can write one.
 *
 * @returns null when nothing of the kind can be told from the key
 */
export function keyFlaw({ kty, crv, x, n, e }: Jwk): KeyFlaw | null {
  if (kty === "OKP") return crv === "Ed25519" && hasSmallOrder(x) ? "small-order-key" : null;
  if (kty !== "RSA") return null;
  const name = `${n} ${e}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const flaw = flawOfRsa(integerIn(n), integerIn(e));
  known.set(name, flaw);
  return flaw;
}

function flawOfRsa(modulus: bigint, exponent: bigint): KeyFlaw | null {
  // No key at all: another check says so.
  if (modulus === 0n) return null;
  if (bitLength(modulus) > LONGEST_MODULUS) return "oversized-key";
  if (!isExponent(exponent, modulus)) return "bad-exponent";
  if (isTriviallyFactorable(modulus)) return "factorable-key";
  return hasRocaFingerprint(modulus) ? "roca-key" : null;
}

/**
 * RFC 8017 §3.1: from 3 to n - 1, and without a common factor with λ(n), which is even. With 1 a signature is the message
 * itself; with an even one nobody signs. 65537 is what to use. The small ones, 3 and up, are sound where a verifier
 * compares the whole padded message, as Web Crypto and jose do, and have been forged where one did not
 * (CVE-2006-4339): they are accepted, and the reading of the key says so.
 */
function isExponent(exponent: bigint, modulus: bigint): boolean {
  return exponent >= 3n && exponent % 2n === 1n && exponent < modulus && exponent < LARGEST_EXPONENT;
}
