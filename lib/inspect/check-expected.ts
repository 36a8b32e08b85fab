import type { Expectations, Invalidity, Verified } from "./verification.ts";

/**
 * Compares the header and claims of a token with a valid signature with what the verifier expects (RFC 9068 §4, RFC
 * 7519 §4.1).
 *
 * @returns the first problem, or null
 */
export function checkExpected(
  { header, claims }: Verified,
  { nowSeconds = Date.now() / 1000, toleranceSeconds = 0, ...expected }: Expectations,
): Invalidity | null {
  if (expected.typ !== undefined && mediaType(header.typ) !== mediaType(expected.typ)) return "wrong-type";
  if (expected.issuer !== undefined && claims.iss !== expected.issuer) return "wrong-issuer";
  if (expected.audience !== undefined && !audiences(claims.aud).includes(expected.audience)) {
    return "wrong-audience";
  }
  if (expected.requiredClaims?.some((name) => !Object.hasOwn(claims, name))) return "missing-claim";
  for (const name of ["exp", "nbf", "iat"]) {
    if (Object.hasOwn(claims, name) && !Number.isFinite(claims[name])) return "bad-date";
  }
  // RFC 7519: the token must not be accepted "on or after" exp, and may be accepted "on or after" nbf.
  if (typeof claims.exp === "number" && nowSeconds - toleranceSeconds >= claims.exp) return "expired";
  if (typeof claims.nbf === "number" && nowSeconds + toleranceSeconds < claims.nbf) return "not-yet-valid";
  return null;
}

/** A media type in lower case without `application/`, which a token may leave out (RFC 7515 §4.1.9). */
function mediaType(typ: unknown): string | null {
  return typeof typ === "string" ? typ.toLowerCase().replace(/^application\/(?=[^/]+$)/, "") : null;
}

/** The audiences, of which a token may have one or an array (RFC 7519 §4.1.3). */
function audiences(aud: unknown): unknown[] {
  return Array.isArray(aud) ? aud : [aud];
}
