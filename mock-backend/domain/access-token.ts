import { base64url, CompactSign, decodeProtectedHeader, errors, jwtVerify } from "jose";
import { z } from "zod";
import { toSeconds } from "./clock.ts";
import { SIGNING_ALGORITHM, type SigningKey } from "./keys.ts";
import { roleSchema, scopesOf, type User } from "./users.ts";

/** The resource server's name for itself (RFC 9068 §2.2). */
export const AUDIENCE = "https://api.silent-refresh.example";
/** RFC 9068 §2.1: an access token can then not be mistaken for any other JWT. */
export const TOKEN_TYPE = "at+jwt";
/** RFC 7519 §4.1.4 allows "a few minutes" at most; issuer and verifier share a clock here. */
export const TOLERANCE_SECONDS = 2;

/** Characters. The tokens issued here take about 700. */
const MAX_ACCESS_TOKEN_LENGTH = 4096;

const encoder = new TextEncoder();

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.literal(AUDIENCE),
  sub: z.string(),
  client_id: z.string(),
  exp: z.int(),
  iat: z.int(),
  jti: z.string(),
  sid: z.string(),
  scope: z.string(),
  roles: z.array(roleSchema),
});
export type AccessTokenClaims = z.infer<typeof claimsSchema>;

export interface IssuedAccessToken {
  readonly token: string;
  readonly claims: AccessTokenClaims;
}

/** The dates of a token issued now. `exp` is the JWT's NumericDate. */
export function accessTokenDates(now: number, ttlSeconds: number): { iat: number; exp: number } {
  const iat = toSeconds(now);
  return { iat, exp: iat + ttlSeconds };
}

/** Signs an access token (RFC 9068 §2.1, §2.2). It carries roles and scopes, and no personal data. */
export async function issueAccessToken(grant: {
  key: SigningKey;
  issuer: string;
  clientId: string;
  user: User;
  sid: string;
  dates: { iat: number; exp: number };
}): Promise<IssuedAccessToken> {
  const claims: AccessTokenClaims = {
    iss: grant.issuer,
    aud: AUDIENCE,
    sub: grant.user.id,
    client_id: grant.clientId,
    ...grant.dates,
    jti: globalThis.crypto.randomUUID(),
    sid: grant.sid,
    scope: scopesOf(grant.user.role).join(" "),
    roles: [grant.user.role],
  };
  // The claims are complete: signed as they are, without the copy that jose's SignJWT would make to add some.
  const token = await new CompactSign(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: grant.key.kid, typ: TOKEN_TYPE })
    .sign(grant.key.privateKey);
  return { token, claims };
}

export type AccessTokenRefusal =
  | "oversized"
  | "malformed"
  | "unknown-key"
  | "wrong-algorithm"
  | "bad-signature"
  | "wrong-claim"
  | "expired";

export type AccessTokenVerdict =
  | { readonly ok: true; readonly claims: AccessTokenClaims }
  | { readonly ok: false; readonly reason: AccessTokenRefusal };

/**
 * Verifies an access token: the checks of RFC 9068 §4, with the signature before the claims that it covers. Size, form,
 * key by `kid` from the local set only (a `jwk`, `jku` or `x5u` in the header is never looked at), one algorithm,
 * signature, type, issuer, audience, dates, the other claims.
 *
 * @param now lab time, epoch milliseconds
 */
export async function verifyAccessToken(
  token: string,
  expected: {
    issuer: string;
    clientId: string;
    keyFor: (kid: string) => SigningKey | undefined;
    now: number;
  },
): Promise<AccessTokenVerdict> {
  if (token.length > MAX_ACCESS_TOKEN_LENGTH) return { ok: false, reason: "oversized" };
  if (!isCompactJws(token)) return { ok: false, reason: "malformed" };
  try {
    const { kid } = decodeProtectedHeader(token);
    const key = typeof kid === "string" ? expected.keyFor(kid) : undefined;
    if (!key) return { ok: false, reason: "unknown-key" };
    const { payload } = await jwtVerify(token, key.publicKey, {
      algorithms: [SIGNING_ALGORITHM],
      issuer: expected.issuer,
      audience: AUDIENCE,
      typ: TOKEN_TYPE,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(expected.now),
    });
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success || claims.data.client_id !== expected.clientId)
      return { ok: false, reason: "wrong-claim" };
    if (claims.data.iat > toSeconds(expected.now) + TOLERANCE_SECONDS)
      return { ok: false, reason: "wrong-claim" };
    return { ok: true, claims: claims.data };
  } catch (error) {
    return { ok: false, reason: refusalOf(error) };
  }
}

const SEGMENT = /^[A-Za-z0-9_-]+$/;

/**
 * True for three canonical base64url segments (RFC 7515 §2, §7.1). jose also accepts a changed last character, an inner
 * space and a trailing newline, so that several strings would pass as one token.
 */
function isCompactJws(token: string): boolean {
  const segments = token.split(".");
  return segments.length === 3 && segments.every(isCanonical);
}

function isCanonical(segment: string): boolean {
  if (!SEGMENT.test(segment) || segment.length % 4 === 1) return false;
  return base64url.encode(base64url.decode(segment)) === segment;
}

function refusalOf(error: unknown): AccessTokenRefusal {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) return "wrong-claim";
  if (error instanceof errors.JOSEAlgNotAllowed) return "wrong-algorithm";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "bad-signature";
  // jose and the decoder throw nothing else here but for a header or payload that is no JSON object.
  return "malformed";
}
