import { createHash } from "node:crypto";
import { createLocalJWKSet, errors, jwtVerify } from "jose";
import type { AccessRefusal, VerifierPiece } from "@/content/notes-app/pieces";

// #region verify
export const libraryCall: VerifierPiece = {
  async verify(token, { issuer, audience, keys, now }) {
    try {
      const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
        algorithms: ["ES256"],
        typ: "at+jwt",
        issuer,
        audience,
        currentDate: new Date(now * 1000),
        clockTolerance: 2,
      });
      return { ok: true, claims: payload };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  },
  denyKey: (token) => createHash("sha256").update(token).digest("hex"),
};
// #endregion verify

function reasonOf(error: unknown): AccessRefusal {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    return (
      ({ typ: "wrong-type", iss: "wrong-issuer", aud: "wrong-audience" } as const)[error.claim] ?? "bad-claim"
    );
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "unknown-key";
  if (error instanceof errors.JOSEAlgNotAllowed) return "wrong-algorithm";
  return error instanceof errors.JWSSignatureVerificationFailed ? "bad-signature" : "malformed";
}
