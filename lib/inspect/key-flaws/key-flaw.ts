import type { Jwk } from "../algorithms.ts";
import type { KeyFlaw } from "../verification.ts";
import { bitLength, integerIn } from "./big-integers.ts";
import { isTriviallyFactorable } from "./factorable.ts";
import { hasRocaFingerprint } from "./roca.ts";
import { hasSmallOrder } from "./small-order.ts";

/** The longest accepted modulus in bits, as in OpenSSL. Verifying takes time as the square of the length. */
const LONGEST_MODULUS = 16_384;
/** FIPS 186-5 §A.1.1: 2^16 < e < 2^256. */
const LARGEST_EXPONENT = 2n ** 256n;

/** Earlier results: a page with a clock asks again every second. */
const known = new Map<string, KeyFlaw | null>();
const MOST_KNOWN = 32;

/**
 * Why a valid signature of this key proves nothing: anybody who reads the key can make one.
 *
 * @returns null when the key shows no such flaw
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
  // Another check reports a missing modulus.
  if (modulus === 0n) return null;
  if (bitLength(modulus) > LONGEST_MODULUS) return "oversized-key";
  if (!isExponent(exponent, modulus)) return "bad-exponent";
  if (isTriviallyFactorable(modulus)) return "factorable-key";
  return hasRocaFingerprint(modulus) ? "roca-key" : null;
}

/**
 * A valid exponent is from 3 to n - 1 and has no common factor with λ(n), which is even (RFC 8017 §3.1). With
 * exponent 1 a signature is the message itself; with an even one nobody can sign. 65537 is the recommended value.
 * Small exponents from 3 on are safe where the verifier compares the whole padded message, as Web Crypto and jose do,
 * and were forged where a verifier did not (CVE-2006-4339). They are accepted here, with a concern.
 */
function isExponent(exponent: bigint, modulus: bigint): boolean {
  return exponent >= 3n && exponent % 2n === 1n && exponent < modulus && exponent < LARGEST_EXPONENT;
}
