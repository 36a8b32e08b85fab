import type { Jwk } from "./algorithms.ts";
import { integerIn } from "./key-flaws/big-integers.ts";

/**
 * Concerns about a key that verifies all the same. A closed set.
 * - `exposed`: it holds its private part (RFC 7517 §9.2), which is no secret any more
 * - `small-exponent`: an RSA exponent from 3 to 65536
 * - `same-kid`: two keys of a set have the same `kid` and type, so that a `kid` selects neither (RFC 7517 §4.5)
 * - `other-uses`: a set has keys that are not for signatures (RFC 7517 §4.2) and are ignored
 * - `secret-in-set`: a set has a shared secret beside public keys, although sets are published
 */
export type KeyConcern = "exposed" | "small-exponent" | "same-kid" | "other-uses" | "secret-in-set";

/** The concerns about a set's keys, each once, in the order in which they are shown. */
export function keyConcerns(keys: readonly Jwk[]): readonly KeyConcern[] {
  const found: [KeyConcern, boolean][] = [
    ["exposed", keys.some(isExposed)],
    ["small-exponent", keys.some(hasSmallExponent)],
    ["same-kid", hasSameKid(keys)],
    ["other-uses", keys.length > 1 && keys.some(({ use }) => use !== undefined && use !== "sig")],
    ["secret-in-set", keys.some(({ kty }) => kty === "oct") && keys.some(({ kty }) => kty !== "oct")],
  ];
  return found.flatMap(([concern, holds]) => (holds ? [concern] : []));
}

/** RFC 7518 §6.2.2, §6.3.2; RFC 8037 §2. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth"];

function isExposed(jwk: Jwk): boolean {
  return jwk.kty !== "oct" && privateMembers.some((member) => Object.hasOwn(jwk, member));
}

function hasSmallExponent({ kty, e }: Jwk): boolean {
  const exponent = integerIn(e);
  return kty === "RSA" && exponent >= 3n && exponent < 65_537n;
}

/** Keys of the same type only: alternatives of different types may share a `kid` (RFC 7517 §4.5). */
function hasSameKid(keys: readonly Jwk[]): boolean {
  const named = keys.flatMap(({ kid, kty }) => (kid === undefined ? [] : [`${kty} ${kid}`]));
  return new Set(named).size < named.length;
}
