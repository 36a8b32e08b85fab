/**
 * Why a token is not valid, in the order in which it is looked at. A closed set.
 * - `oversized`, `malformed`: not one canonical spelling of three segments with two JSON objects (RFC 7515 §2, §7.1)
 * - `encrypted`: five segments, a JWE: there is no signature to verify (RFC 7516 §3)
 * - `critical`: its header demands an extension that is not known here (RFC 7515 §4.1.11)
 * - `unsigned`: `alg` is `none`, in whatever case (RFC 8725 §3.2)
 * - `unsupported-algorithm`: no signature algorithm that is known here
 * - `no-key`, `unknown-key`: the set is empty, or has none of that `kid`
 * - `wrong-use`: the key says that it is not for signatures (RFC 7517 §4.2)
 * - `wrong-algorithm`: the key is for another algorithm than the header names (RFC 8725 §3.1)
 * - `unusable-key`: what is given as a key is none, such as a point that is not on its curve (RFC 7518 §6.2.1)
 * - `oversized-key`, `bad-exponent`, `factorable-key`, `roca-key`, `small-order-key`: see `KeyFlaw`
 * - `bad-signature`: this key did not sign this
 * - `weak-key`: it did, and is too short for the algorithm (RFC 7518 §3.2, §3.3)
 * - `wrong-type`, `wrong-issuer`, `wrong-audience`, `missing-claim`: not what was expected of it
 * - `bad-date`: a date that is no number (RFC 7519 §2)
 * - `expired`, `not-yet-valid`: RFC 7519 §4.1.4, §4.1.5
 * - `unsupported`: this page was not loaded over https or from localhost, and has no Web Crypto
 */
export type Invalidity =
  | KeyFlaw
  | "oversized"
  | "malformed"
  | "encrypted"
  | "critical"
  | "unsigned"
  | "unsupported-algorithm"
  | "no-key"
  | "unknown-key"
  | "wrong-use"
  | "wrong-algorithm"
  | "unusable-key"
  | "bad-signature"
  | "weak-key"
  | "wrong-type"
  | "wrong-issuer"
  | "wrong-audience"
  | "missing-claim"
  | "bad-date"
  | "expired"
  | "not-yet-valid"
  | "unsupported";

/**
 * Why no signature proves anything with this key, since anybody can write one that holds. A closed set.
 * - `oversized-key`: an RSA modulus over 16,384 bits, which only costs time
 * - `bad-exponent`: an RSA exponent under 3, even, or too large (RFC 8017 §3.1)
 * - `factorable-key`: an RSA modulus that is taken apart in a moment (RFC 8017 §3.1)
 * - `roca-key`: an RSA modulus from a library that made weak ones (CVE-2017-15361)
 * - `small-order-key`: an Ed25519 point for which a signature of nothing holds (RFC 8725 §3.4)
 */
export type KeyFlaw = "oversized-key" | "bad-exponent" | "factorable-key" | "roca-key" | "small-order-key";

/** The header and the claims, which a key has signed: what one may go by. */
export type Verified = { header: Record<string, unknown>; claims: Record<string, unknown> };

export type Verification =
  | ({ valid: true; key: { kid: string | null; alg: string } } & Verified)
  | { valid: false; reason: Invalidity };

/** What a verifier asks of a token besides a signature that holds. Whatever is left out is not asked. */
export type Expectations = {
  /** Seconds since the epoch; the device's clock when left out. */
  nowSeconds?: number | undefined;
  /** For clocks that differ; RFC 7519 §4.1.4 allows a few minutes at most. None when left out. */
  toleranceSeconds?: number | undefined;
  issuer?: string | undefined;
  audience?: string | undefined;
  /** `at+jwt` for an access token (RFC 9068 §2.1); with or without `application/`. */
  typ?: string | undefined;
  requiredClaims?: readonly string[] | undefined;
};

/** Reasons that are found only once the signature holds. */
const afterTheSignature = new Set<Invalidity>([
  "weak-key",
  "wrong-type",
  "wrong-issuer",
  "wrong-audience",
  "missing-claim",
  "bad-date",
  "expired",
  "not-yet-valid",
]);

/** Whether the key signed this, whatever else there is against it. */
export function isAuthentic(verification: Verification): boolean {
  return verification.valid || afterTheSignature.has(verification.reason);
}
