import { primesBelow } from "./big-integers.ts";

const GENERATOR = 65_537;

/** The primes whose product is the library's smallest primorial: 39, for keys of 512 bits and more. */
const primes = primesBelow(168);

/** The powers of 65537 modulo a prime. */
function subgroup(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * GENERATOR) % prime) powers.add(power);
  return powers;
}

const subgroups = primes.map((prime) => [BigInt(prime), subgroup(prime)] as const);

/**
 * Whether a modulus has the fingerprint of Infineon's RSALib. Its primes are powers of 65537 modulo a product of
 * small primes, so that Coppersmith's method finds them (CVE-2017-15361, ROCA; Nemec et al., "The Return of
 * Coppersmith's Attack", CCS 2017, §2.3). A product of such primes is such a power too. Any other modulus has the
 * fingerprint by chance once in about 2^28.
 */
export function hasRocaFingerprint(modulus: bigint): boolean {
  return subgroups.every(([prime, powers]) => powers.has(Number(modulus % prime)));
}
