/**
 * Why a token is invalid, in the order of the checks. A closed set.
 * - `oversized`, `malformed`: not the one canonical spelling of three segments with two JSON objects (RFC 7515 §2,
 *   §7.1)
 * - `encrypted`: five segments, a JWE, which has no signature to verify (RFC 7516 §3)
 * - `critical`: the header demands an unsupported extension (RFC 7515 §4.1.11)
 * - `unsigned`: `alg` is `none`, in upper or lower case (RFC 8725 §3.2)
 * - `unsupported-algorithm`: not a supported signature algorithm
 * - `no-key`, `unknown-key`: the set is empty, or has no key with that `kid`
 * - `wrong-use`: the key is not for signatures (RFC 7517 §4.2)
 * - `wrong-algorithm`: the key is for another algorithm than the header names (RFC 8725 §3.1)
 * - `unusable-key`: malformed key, such as a point that is not on its curve (RFC 7518 §6.2.1)
 * - `oversized-key`, `bad-exponent`, `factorable-key`, `roca-key`, `small-order-key`: see `KeyFlaw`
 * - `bad-signature`: this key did not sign this token
 * - `weak-key`: the key signed it, and is too short for the algorithm (RFC 7518 §3.2, §3.3)
 * - `wrong-type`, `wrong-issuer`, `wrong-audience`, `missing-claim`: not as expected
 * - `bad-date`: a date that is not a number (RFC 7519 §2)
 * - `expired`, `not-yet-valid`: RFC 7519 §4.1.4, §4.1.5
 * - `unsupported`: the page was loaded neither over https nor from localhost, so it has no Web Crypto
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
 * Why a key's signatures prove nothing: anybody can make valid ones. A closed set.
 * - `oversized-key`: an RSA modulus over 16,384 bits, which only costs time
 * - `bad-exponent`: an RSA exponent under 3, even, or too large (RFC 8017 §3.1)
 * - `factorable-key`: an RSA modulus that can be factored in a moment (RFC 8017 §3.1)
 * - `roca-key`: an RSA modulus from a library that made weak ones (CVE-2017-15361)
 * - `small-order-key`: an Ed25519 point of small order (RFC 8725 §3.4)
 */
export type KeyFlaw = "oversized-key" | "bad-exponent" | "factorable-key" | "roca-key" | "small-order-key";

/** The header and claims that a key has signed, and that an app may trust. */
export type Verified = { header: Record<string, unknown>; claims: Record<string, unknown> };

export type Verification =
  | ({ valid: true; key: { kid: string | null; alg: string } } & Verified)
  | { valid: false; reason: Invalidity };

/** What a verifier expects of a token besides a valid signature. A property that is left out is not checked. */
export type Expectations = {
  /** Seconds since the epoch; the device's clock when left out. */
  nowSeconds?: number | undefined;
  /** Tolerance for differing clocks, in seconds; 0 when left out. RFC 7519 §4.1.4 allows a few minutes at most. */
  toleranceSeconds?: number | undefined;
  issuer?: string | undefined;
  audience?: string | undefined;
  /** `at+jwt` for an access token (RFC 9068 §2.1); with or without `application/`. */
  typ?: string | undefined;
  requiredClaims?: readonly string[] | undefined;
};

/** Reasons that are found only after the signature has been verified. */
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

/** Whether the key signed the token, even if it is invalid for another reason. */
export function isAuthentic(verification: Verification): boolean {
  return verification.valid || afterTheSignature.has(verification.reason);
}
