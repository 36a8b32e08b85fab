import { createHmac, createPublicKey, type JsonWebKey, verify as verifySignature } from "node:crypto";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";
import type { VerifierPiece } from "@/content/notes-app/pieces";

const headerSchema = z.looseObject({
  alg: z.string(),
  kid: z.string().optional(),
  jwk: z.custom<JsonWebKey>().optional(),
});
const claimsSchema = z.looseObject({ exp: z.number().optional() });

export const anyAlgorithm: VerifierPiece = {
  async verify(token, { keys, now }) {
    try {
      const [head = "", body = "", signature = ""] = token.split(".");
      const header = headerSchema.parse(decode(head));
      if (!signatureHolds(header, `${head}.${body}`, signature, keys)) {
        return { ok: false, reason: "bad-signature" };
      }
      const claims = claimsSchema.parse(decode(body));
      if (claims.exp !== undefined && now >= claims.exp) return { ok: false, reason: "expired" };
      return { ok: true, claims };
    } catch {
      return { ok: false, reason: "malformed" };
    }
  },
  denyKey: (token) => token,
};

// #region signature
function signatureHolds(
  header: z.infer<typeof headerSchema>,
  input: string,
  signature: string,
  { keys }: JSONWebKeySet,
): boolean {
  if (header.alg === "none") return false;
  // A token may bring its key along, so that a new one can be tried out.
  const jwk = header.jwk ?? keys.find(({ kid }) => kid === header.kid);
  switch (header.alg.toUpperCase()) {
    case "HS256":
      return createHmac("sha256", toPem(jwk)).update(input).digest("base64url") === signature;
    case "ES256":
      return verifySignature(
        "sha256",
        Buffer.from(input),
        { key: toPem(jwk), dsaEncoding: "ieee-p1363" },
        Buffer.from(signature, "base64url"),
      );
    case "NONE":
      return signature === "";
    default:
      return false;
  }
}

/** The key as both functions take it. */
function toPem(jwk: JsonWebKey | undefined): string {
  if (jwk === undefined) return "";
  return createPublicKey({ key: jwk, format: "jwk" }).export({ type: "spki", format: "pem" }).toString();
}
// #endregion signature

function decode(segment: string): unknown {
  return JSON.parse(Buffer.from(segment, "base64url").toString());
}
