import { primesBelow } from "./big-integers.ts";

const GENERATOR = 65_537;

/** The primes that divide the smallest of the library's primorials: 39 of them, for keys of 512 bits and more. */
const primes = primesBelow(168);

/** The powers of the generator modulo a prime. */
function subgroup(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * GENERATOR) % prime) powers.add(power);
  return powers;
}

const subgroups = primes.map((prime) => [BigInt(prime), subgroup(prime)] as const);

/**
 * Whether a modulus was made as Infineon's RSALib made them: of primes that are powers of 65537 modulo a product of small
 * primes, so that Coppersmith's method finds them (CVE-2017-15361, ROCA; Nemec et al., "The Return of Coppersmith's
 * Attack", CCS 2017, §2.3). A product of such primes is such a power as well. Another modulus passes for one by chance
 * once in about 2^28.
 */
export function hasRocaFingerprint(modulus: bigint): boolean {
  return subgroups.every(([prime, powers]) => powers.has(Number(modulus % prime)));
}
