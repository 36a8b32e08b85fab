import { exportJWK, importSPKI, importX509 } from "jose";
import { type Jwk, jwkSchema } from "./algorithms.ts";
import { decodeLeniently } from "./base64url.ts";

/**
 * Object identifiers in DER, by the algorithm to import the key with (RFC 3279 §2.3, RFC 5480 §2.1.1, RFC 8410 §3).
 */
const identifiers = [
  ["RS256", "06092a864886f70d010101"],
  ["ES256", "06072a8648ce3d020106082a8648ce3d030107"],
  ["ES384", "06072a8648ce3d020106052b81040022"],
  ["ES512", "06072a8648ce3d020106052b81040023"],
  ["Ed25519", "06032b6570"],
] as const;

export type PemProblem = "private-key" | "other-pem" | "bad-pem";

/** Reads a public key or a certificate from PEM (RFC 7468 §13, §5). The key itself names its type. */
export async function readPem(pem: string): Promise<Jwk | PemProblem> {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1];
  if (label?.includes("PRIVATE KEY")) return "private-key";
  if (label !== "PUBLIC KEY" && label !== "CERTIFICATE") return label === undefined ? "bad-pem" : "other-pem";
  const alg = algorithmIn(pem);
  if (alg === null) return "other-pem";
  try {
    const read = label === "CERTIFICATE" ? importX509 : importSPKI;
    return jwkSchema.parse(await exportJWK(await read(pem.trim(), alg, { extractable: true })));
  } catch {
    return "bad-pem";
  }
}

function algorithmIn(pem: string): string | null {
  const body = /-----BEGIN [A-Z0-9 ]+-----([^-]*)-----END/.exec(pem)?.[1] ?? "";
  const hex = Array.from(decodeLeniently(body) ?? [], (byte) => byte.toString(16).padStart(2, "0")).join("");
  return identifiers.find(([, identifier]) => hex.includes(identifier))?.[0] ?? null;
}
