import { type Jwk, type JwkSet, jwkSchema, jwksSchema } from "./algorithms.ts";
import { decodeLeniently, encodeBase64url } from "./base64url.ts";
import { type KeyConcern, keyConcerns } from "./key-concerns.ts";
import { readPem } from "./pem.ts";

/** The longest text that is read, in characters. A set of fifty RSA keys takes half of it. */
const MAX_KEY_LENGTH = 65_536;

export type KeyKind = "jwk" | "jwks" | "public-key" | "certificate" | "secret";

/**
 * Why a text is not a key for verifying. A closed set.
 * - `empty`, `oversized`
 * - `private-key`: a private key in PEM, which must not be pasted anywhere
 * - `other-pem`: PEM of something else, or of an unsupported kind of key
 * - `bad-pem`: PEM whose content does not match its label
 * - `bad-json`: begins like JSON and is malformed
 * - `no-jwk`: JSON that is neither a JWK nor a set of them
 * - `bad-base64`: a secret that is not base64, although the reader said so
 */
export type KeyProblem =
  | "empty"
  | "oversized"
  | "private-key"
  | "other-pem"
  | "bad-pem"
  | "bad-json"
  | "no-jwk"
  | "bad-base64";

export type KeyReading =
  | {
      kind: KeyKind;
      keys: Jwk | JwkSet;
      concerns: readonly KeyConcern[];
    }
  | { kind: null; problem: KeyProblem };

/**
 * Reads a pasted key: a JWK, a JWKS, PEM (public key or certificate), or else a shared secret. PEM is never a secret,
 * so that a public key cannot be mistaken for one (RFC 8725 §2.1). Never rejects.
 *
 * @param isBase64 the secret is written in base64 or base64url, not as itself
 */
export async function readKey(text: string, { isBase64 = false } = {}): Promise<KeyReading> {
  if (text.length > MAX_KEY_LENGTH) return { kind: null, problem: "oversized" };
  const trimmed = text.trim();
  if (trimmed === "") return { kind: null, problem: "empty" };
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) return readJson(trimmed);
  if (trimmed.includes("-----BEGIN")) {
    const read = await readPem(trimmed);
    if (typeof read === "string") return { kind: null, problem: read };
    const kind = trimmed.includes("CERTIFICATE") ? "certificate" : "public-key";
    return { kind, keys: read, concerns: keyConcerns([read]) };
  }
  return readSecret(text, trimmed, isBase64);
}

function readJson(text: string): KeyReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: null, problem: "bad-json" };
  }
  const set = jwksSchema.safeParse(Array.isArray(value) ? { keys: value } : value);
  if (set.success) return { kind: "jwks", keys: set.data, concerns: keyConcerns(set.data.keys) };
  const jwk = jwkSchema.safeParse(value);
  if (!jwk.success) return { kind: null, problem: "no-jwk" };
  return { kind: "jwk", keys: jwk.data, concerns: keyConcerns([jwk.data]) };
}

function readSecret(text: string, trimmed: string, isBase64: boolean): KeyReading {
  if (!isBase64) return secret(new TextEncoder().encode(text.replace(/\r?\n$/, "")));
  const bytes = /^[A-Za-z0-9+/_-]+=*$/.test(trimmed) ? decodeLeniently(trimmed) : null;
  return bytes === null ? { kind: null, problem: "bad-base64" } : secret(bytes);
}

function secret(bytes: Uint8Array): KeyReading {
  return { kind: "secret", keys: { kty: "oct", k: encodeBase64url(bytes) }, concerns: [] };
}
