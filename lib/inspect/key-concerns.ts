import type { Jwk } from "./algorithms.ts";
import { integerIn } from "./key-flaws/big-integers.ts";

/**
 * What to know of a key that is used all the same. A closed set.
 * - `exposed`: it holds its private part (RFC 7517 §9.2): it verifies, and is no secret any more
 * - `small-exponent`: an RSA exponent from 3 to 65536
 * - `same-kid`: two keys of a set have one `kid` and one type, so that it picks none (RFC 7517 §4.5)
 * - `other-uses`: a set has keys that are not for signatures (RFC 7517 §4.2): they are passed over
 * - `secret-in-set`: a set has a shared secret beside public keys, and a set is there to be published
 */
export type KeyConcern = "exposed" | "small-exponent" | "same-kid" | "other-uses" | "secret-in-set";

/** In the order in which they are said, each once. */
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

/** Of one type only: RFC 7517 §4.5 lets alternatives of different types share a `kid`. */
function hasSameKid(keys: readonly Jwk[]): boolean {
  const named = keys.flatMap(({ kid, kty }) => (kid === undefined ? [] : [`${kty} ${kid}`]));
  return new Set(named).size < named.length;
}
