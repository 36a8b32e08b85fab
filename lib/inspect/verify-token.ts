import { compactVerify, errors, importJWK, type JWK } from "jose";
import {
  algorithmsOf,
  fewestBits,
  isForSignatures,
  type Jwk,
  type JwkSet,
  verifiable,
} from "./algorithms.ts";
import { decodeLeniently } from "./base64url.ts";
import { checkExpected } from "./check-expected.ts";
import { MAX_TOKEN_LENGTH, readCompact } from "./compact.ts";
import { bitLength, integerIn } from "./key-flaws/big-integers.ts";
import { keyFlaw } from "./key-flaws/key-flaw.ts";
import type { Expectations, Invalidity, Verification, Verified } from "./verification.ts";

/**
 * Verifies a signed JWT: its form, then the signature, then its claims. The key decides the algorithm, never the
 * token. The header's `jwk`, `jku`, `x5c` and `x5u` are ignored, and nothing is fetched.
 *
 * @param token as received: not trimmed, because a second spelling would be a second token
 * @param keys one key, which is used whatever `kid` says, or a set, from which `kid` selects
 * @returns never rejects, whatever the input
 */
export async function verifyToken(
  token: string,
  keys: Jwk | JwkSet,
  expected: Expectations = {},
): Promise<Verification> {
  const read = readSigned(token);
  if (typeof read === "string") return { valid: false, reason: read };
  const alg = algorithmIn(read.header);
  if ("reason" in alg) return { valid: false, reason: alg.reason };
  const candidates = candidateKeys(keys, read.header.kid, alg.name);
  if (typeof candidates === "string") return { valid: false, reason: candidates };
  if (globalThis.crypto?.subtle === undefined) return { valid: false, reason: "unsupported" };
  const found = await firstThatSigned(token, candidates, alg.name);
  if (typeof found === "string") return { valid: false, reason: found };
  if (bitsOf(found) < fewestBits(alg.name)) return { valid: false, reason: "weak-key" };
  const reason = checkExpected(read, expected);
  if (reason !== null) return { valid: false, reason };
  return { valid: true, ...read, key: { kid: found.kid ?? null, alg: alg.name } };
}

/**
 * Checks the form first: jose's parser also accepts a changed last character, an inner space and a trailing line
 * break, so that several strings would pass as the same token.
 */
function readSigned(token: string): Verified | Invalidity {
  if (token.length > MAX_TOKEN_LENGTH) return "oversized";
  const { kind, segments, header, claims } = readCompact(token);
  if (kind === "encrypted") return "encrypted";
  if (kind !== "signed" || !header?.value || !claims?.value) return "malformed";
  // A token with `alg: none` carries no signature, and gets a reason of its own.
  const unsigned = isNone(header.value.alg);
  const misspelt = segments.slice(0, unsigned ? 2 : 3).some((segment) => segment.misspelt !== null);
  if (misspelt) return "malformed";
  // RFC 7515 §4 allows either to reject duplicates or to use the last one. Rejecting leaves one reading only.
  if (header.duplicates.length > 0 || claims.duplicates.length > 0) return "malformed";
  return { header: header.value, claims: claims.value };
}

function isNone(alg: unknown): boolean {
  return typeof alg === "string" && alg.toLowerCase() === "none";
}

function algorithmIn(header: Record<string, unknown>): { name: string } | { reason: Invalidity } {
  if (isNone(header.alg)) return { reason: "unsigned" };
  if (Object.hasOwn(header, "crit") || header.b64 === false) return { reason: "critical" };
  const { alg } = header;
  return typeof alg === "string" && verifiable.includes(alg)
    ? { name: alg }
    : { reason: "unsupported-algorithm" };
}

function isSet(keys: Jwk | JwkSet): keys is JwkSet {
  return "keys" in keys && Array.isArray(keys.keys);
}

/** Selects keys by `kid` if the token names one, otherwise every key that fits (RFC 7515 Appendix D). */
function candidateKeys(keys: Jwk | JwkSet, kid: unknown, alg: string): readonly Jwk[] | Invalidity {
  const known = isSet(keys) ? keys.keys : [keys];
  if (known.length === 0) return "no-key";
  const named = isSet(keys) && kid !== undefined ? known.filter((key) => key.kid === kid) : known;
  if (named.length === 0) return "unknown-key";
  const usable = named.filter(isForSignatures);
  if (usable.length === 0) return "wrong-use";
  const fitting = usable.filter((key) => algorithmsOf(key).includes(alg));
  return fitting.length === 0 ? "wrong-algorithm" : fitting;
}

async function firstThatSigned(
  token: string,
  candidates: readonly Jwk[],
  alg: string,
): Promise<Jwk | Invalidity> {
  let reason: Invalidity = "unusable-key";
  for (const jwk of candidates) {
    const outcome = await signatureOf(token, jwk, alg);
    if (outcome === "holds") return jwk;
    if (outcome !== "unusable-key") reason = outcome;
  }
  return reason;
}

async function signatureOf(token: string, jwk: Jwk, alg: string): Promise<"holds" | Invalidity> {
  const flaw = keyFlaw(jwk);
  if (flaw !== null) return flaw;
  let key: Awaited<ReturnType<typeof importJWK>>;
  try {
    key = await importJWK(verifyingPart(jwk), alg);
  } catch {
    return "unusable-key";
  }
  try {
    await compactVerify(token, key, { algorithms: [alg] });
    return "holds";
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return "bad-signature";
    // jose refuses an RSA key of less than 2048 bits before it looks at the signature.
    if (bitsOf(jwk) < fewestBits(alg)) return "weak-key";
    return "unusable-key";
  }
}

/** The members that verifying needs. A private key verifies like its public part. */
function verifyingPart(jwk: Jwk): JWK {
  const members = { EC: ["crv", "x", "y"], OKP: ["crv", "x"], RSA: ["n", "e"], oct: ["k"] };
  const wanted = Object.hasOwn(members, jwk.kty) ? members[jwk.kty as keyof typeof members] : [];
  const part = wanted.map((name) => [name, jwk[name]] as const);
  return { kty: jwk.kty, ...Object.fromEntries(part.filter(([, value]) => typeof value === "string")) };
}

function bitsOf({ kty, n, k }: Jwk): number {
  if (kty === "RSA") return bitLength(integerIn(n));
  return kty === "oct" ? (decodeLeniently(k ?? "")?.length ?? 0) * 8 : Number.POSITIVE_INFINITY;
}
