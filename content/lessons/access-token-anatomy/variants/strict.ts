import { base64url, decodeProtectedHeader, errors, importJWK, jwtVerify } from "jose";
import { z } from "zod";
import type { AccessRefusal, VerifierPiece } from "@/content/notes-app/pieces";

// #region limits
/** Characters; the issuer's tokens have about 700. */
const MAX_LENGTH = 4096;
/** One key, one algorithm (RFC 8725 §3.1). */
const ALGORITHM = "ES256";
/** RFC 7519 §4.1.4 allows a few minutes at most. */
const TOLERANCE_SECONDS = 2;
// #endregion limits

// #region verify
export const strict: VerifierPiece = {
  async verify(token, { issuer, audience, keys, now }) {
    if (token.length > MAX_LENGTH) return { ok: false, reason: "oversized" };
    if (!isCompactJws(token)) return { ok: false, reason: "malformed" };
    try {
      const { kid } = decodeProtectedHeader(token);
      const jwk = keys.keys.find((key) => key.kid === kid);
      if (kid === undefined || jwk === undefined) return { ok: false, reason: "unknown-key" };
      const { payload } = await jwtVerify(token, await importJWK(jwk, ALGORITHM), {
        algorithms: [ALGORITHM],
        typ: "at+jwt",
        issuer,
        audience,
        requiredClaims: ["exp", "iat", "sub", "client_id", "jti"],
        currentDate: new Date(now * 1000),
        clockTolerance: TOLERANCE_SECONDS,
      });
      const claims = claimsSchema.parse(payload);
      if (claims.iat > now + TOLERANCE_SECONDS) return { ok: false, reason: "not-yet-valid" };
      return { ok: true, claims };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  },
  denyKey: (_token, claims) => jtiSchema.parse(claims).jti,
};
// #endregion verify

// #region form
const SEGMENT = /^[A-Za-z0-9_-]+$/;

/** Exactly one spelling of three segments: jose reads several as the same token. */
function isCompactJws(token: string): boolean {
  const segments = token.split(".");
  return segments.length === 3 && segments.every(isCanonical);
}

function isCanonical(segment: string): boolean {
  if (!SEGMENT.test(segment) || segment.length % 4 === 1) return false;
  return base64url.encode(base64url.decode(segment)) === segment;
}
// #endregion form

// #region claims
/** RFC 9068 §2.2: what an access token has, and of which type. Roles are this issuer's own. */
const claimsSchema = z.looseObject({
  sub: z.string().min(1),
  client_id: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().min(1),
  roles: z.array(z.string()).default([]),
});
const jtiSchema = claimsSchema.pick({ jti: true });
// #endregion claims

// #region reasons
/** For the log. The caller learns nothing but 401. */
function reasonOf(error: unknown): AccessRefusal {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) return reasonOfClaim(error.claim, error.reason);
  if (error instanceof errors.JOSEAlgNotAllowed) return "wrong-algorithm";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "bad-signature";
  return error instanceof z.ZodError ? "bad-claim" : "malformed";
}

const reasonsOfClaims = new Map<string, AccessRefusal>([
  ["typ", "wrong-type"],
  ["iss", "wrong-issuer"],
  ["aud", "wrong-audience"],
  ["nbf", "not-yet-valid"],
]);

function reasonOfClaim(claim: string, reason: string): AccessRefusal {
  const known = reasonsOfClaims.get(claim);
  if (known !== undefined) return known;
  return reason === "missing" ? "missing-claim" : "bad-claim";
}
// #endregion reasons
