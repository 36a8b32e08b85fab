import type { Expectations, Invalidity, Verified } from "./verification.ts";

/**
 * What is wrong with the header and claims of a token whose signature holds (RFC 9068 §4, RFC 7519 §4.1), or null.
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
  // "On or after" exp it must not be accepted, and "on or after" nbf it may.
  if (typeof claims.exp === "number" && nowSeconds - toleranceSeconds >= claims.exp) return "expired";
  if (typeof claims.nbf === "number" && nowSeconds + toleranceSeconds < claims.nbf) return "not-yet-valid";
  return null;
}

/** RFC 7515 §4.1.9: compared without case, and `application/` may be left out. */
function mediaType(typ: unknown): string | null {
  return typeof typ === "string" ? typ.toLowerCase().replace(/^application\/(?=[^/]+$)/, "") : null;
}

/** RFC 7519 §4.1.3: one, or an array of them. */
function audiences(aud: unknown): unknown[] {
  return Array.isArray(aud) ? aud : [aud];
}
