import { bitLength, modularPower, primesBelow, squareRoot } from "./big-integers.ts";

/** The bound of trial division, which then takes one or two milliseconds. */
const SMALL = 10_000;
/** Rounds of Fermat's method. The close primes of CVE-2022-26320 were found in fewer than twenty. */
const ROUNDS = 100;
/**
 * The longest modulus that is tested, in bits. The exponentiation takes time in proportion to the cube of the length.
 */
const LONGEST_TESTED = 4_096;

const smallPrimes = primesBelow(SMALL).map(BigInt);
/** A square is one of 44 numbers modulo 256; other numbers need no root. */
const squaresModulo256 = new Set(Array.from({ length: 256 }, (_, root) => (root * root) % 256));

/**
 * Whether anybody can factor a modulus in a moment and then sign with it: it has a small factor, is a square, is the
 * product of two close primes (Fermat's method), or is itself prime.
 */
export function isTriviallyFactorable(modulus: bigint): boolean {
  if (modulus < BigInt(SMALL)) return true;
  return smallPrimes.some((prime) => modulus % prime === 0n) || hasCloseFactors(modulus) || isPrime(modulus);
}

/** Looks for `modulus = a² - b²` with an `a` just above the root. The first round finds a square. */
function hasCloseFactors(modulus: bigint): boolean {
  const root = squareRoot(modulus);
  let a = root * root === modulus ? root : root + 1n;
  for (let round = 0; round < ROUNDS; round += 1, a += 1n) {
    if (isSquare(a * a - modulus)) return true;
  }
  return false;
}

function isSquare(value: bigint): boolean {
  if (!squaresModulo256.has(Number(value & 255n))) return false;
  const root = squareRoot(value);
  return root * root === value;
}

/** Fermat's primality test with base 2. A product of two large primes does not pass it in practice. */
function isPrime(modulus: bigint): boolean {
  return bitLength(modulus) <= LONGEST_TESTED && modularPower(2n, modulus - 1n, modulus) === 1n;
}
