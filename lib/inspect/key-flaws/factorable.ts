import { bitLength, modularPower, primesBelow, squareRoot } from "./big-integers.ts";

/** Trial division up to here takes a millisecond or two. */
const SMALL = 10_000;
/** Of Fermat's method. The close primes of CVE-2022-26320 fell in fewer than twenty. */
const ROUNDS = 100;
/** In bits. The one exponentiation costs as the cube of the length, and takes a moment here. */
const LONGEST_TESTED = 4_096;

const smallPrimes = primesBelow(SMALL).map(BigInt);
/** A square is one of 44 numbers modulo 256: the others need no root. */
const squaresModulo256 = new Set(Array.from({ length: 256 }, (_, root) => (root * root) % 256));

/**
 * Whether anybody can take a modulus apart in a moment, and sign with what comes out: it has a small factor, it is a square
 * or the product of two primes that lie close together (Fermat's method), or it is no product at all.
 */
export function isTriviallyFactorable(modulus: bigint): boolean {
  if (modulus < BigInt(SMALL)) return true;
  return smallPrimes.some((prime) => modulus % prime === 0n) || hasCloseFactors(modulus) || isPrime(modulus);
}

/** `modulus = a² - b²` for an `a` just above the root. The first round finds a square. */
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

/** Fermat's test, base 2. A product of two large primes passes it by no accident that ever happens. */
function isPrime(modulus: bigint): boolean {
  return bitLength(modulus) <= LONGEST_TESTED && modularPower(2n, modulus - 1n, modulus) === 1n;
}
