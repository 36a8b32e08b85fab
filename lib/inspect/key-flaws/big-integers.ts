import { decodeLeniently } from "../base64url.ts";

/** Reads a positive integer of a JWK (RFC 7518 §2, Base64urlUInt); 0 for anything else. */
export function integerIn(member: unknown): bigint {
  const bytes = typeof member === "string" ? decodeLeniently(member) : null;
  const hex = Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, "0")).join("");
  return BigInt(`0x${hex || "0"}`);
}

/** The length in bits, without leading zeros. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** `base` to the power of `exponent`, modulo `modulus`. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = base % modulus;
  for (const bit of [...exponent.toString(2)].reverse()) {
    if (bit === "1") result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The integer part of a square root, by Newton's method from above. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(bitLength(value) / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The primes below a bound, in order (Eratosthenes). */
export function primesBelow(bound: number): readonly number[] {
  const isComposite = new Uint8Array(bound);
  const primes: number[] = [];
  for (let candidate = 2; candidate < bound; candidate += 1) {
    if (isComposite[candidate] === 1) continue;
    primes.push(candidate);
    for (let multiple = candidate * candidate; multiple < bound; multiple += candidate)
      isComposite[multiple] = 1;
  }
  return primes;
}
