import * as z from "zod/mini";

/** A JSON Web Key (RFC 7517 §4): the members that verifying a signature needs. */
export const jwkSchema = z.looseObject({
  kty: z.string(),
  kid: z.optional(z.string()),
  alg: z.optional(z.string()),
  use: z.optional(z.string()),
  key_ops: z.optional(z.array(z.string())),
  crv: z.optional(z.string()),
  n: z.optional(z.string()),
  k: z.optional(z.string()),
});
export type Jwk = z.infer<typeof jwkSchema>;

/** A key set (RFC 7517 §5). */
export const jwksSchema = z.object({ keys: z.array(jwkSchema) });
export type JwkSet = z.infer<typeof jwksSchema>;

const ofCurve: Record<string, readonly string[]> = {
  "P-256": ["ES256"],
  "P-384": ["ES384"],
  "P-521": ["ES512"],
  Ed25519: ["Ed25519", "EdDSA"],
};
const ofRsa = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
const ofSecret = ["HS256", "HS384", "HS512"];

/** Every signature algorithm that the inspector can verify (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2.2). */
export const verifiable: readonly string[] = [...Object.values(ofCurve).flat(), ...ofRsa, ...ofSecret];

/**
 * The algorithms for which a key may be used: its own `alg` if it has one, otherwise those of its type. The key
 * decides, never the token (RFC 8725 §3.1).
 */
export function algorithmsOf({ kty, crv, alg }: Jwk): readonly string[] {
  const possible = possibleFor(kty, crv);
  if (alg === undefined) return possible;
  // RFC 9864: both names mean the same algorithm.
  if (alg === "EdDSA" || alg === "Ed25519") return possible.includes(alg) ? possible : [];
  return possible.filter((each) => each === alg);
}

function possibleFor(kty: string, crv: string | undefined): readonly string[] {
  if (kty === "RSA") return ofRsa;
  if (kty === "oct") return ofSecret;
  const known = crv !== undefined && Object.hasOwn(ofCurve, crv) ? (ofCurve[crv] ?? []) : [];
  const pair = crv === "Ed25519" ? "OKP" : "EC";
  return kty === pair ? known : [];
}

/** The minimum key length of an algorithm in bits: RFC 7518 §3.2 for HMAC, §3.3 for RSA. */
export function fewestBits(alg: string): number {
  if (alg.startsWith("HS")) return Number(alg.slice(2));
  return /^[RP]S/.test(alg) ? 2048 : 0;
}

/** Whether a key may be used to verify a signature (RFC 7517 §4.2, §4.3). */
export function isForSignatures({ use, key_ops }: Jwk): boolean {
  const operations = key_ops === undefined || key_ops.some((each) => each === "verify" || each === "sign");
  return (use === undefined || use === "sig") && operations;
}
