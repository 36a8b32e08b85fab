import * as z from "zod/mini";
import { decodeJwt } from "./jwt.ts";
import { type Fetch, send } from "./request.ts";

/**
 * What a look at the lab's own public keys says of an access token's signature.
 * - `valid`: the key of that id signed exactly this header and these claims
 * - `invalid`: it did not
 * - `unknown-key`: the lab publishes no key of that id
 * - `malformed`: not an ES256 JWT at all, so nothing was asked
 * - `unsupported`: this page was not loaded over https or from localhost, and has no Web Crypto
 */
export type Signature = {
  state: "valid" | "invalid" | "unknown-key" | "malformed" | "unsupported";
  kid: string | null;
};

const keysSchema = z.object({
  keys: z.array(
    z.object({
      kid: z.string(),
      kty: z.literal("EC"),
      crv: z.literal("P-256"),
      x: z.string(),
      y: z.string(),
    }),
  ),
});

/** r and s of P-256, 32 bytes each (RFC 7518 §3.4). */
const signatureBytes = 64;

/**
 * Verifies an access token's signature in the browser against the backend's JWKS. The algorithm is ours, never the
 * token's choice (RFC 8725 §3.1).
 *
 * @throws LabProblem when the keys cannot be fetched
 */
export async function verifySignature(token: string, fetch: Fetch): Promise<Signature> {
  const { kid: named, alg } = decodeJwt(token)?.header ?? {};
  const kid = typeof named === "string" ? named : null;
  const [header, claims, signature] = token.split(".");
  const bytes = bytesOf(signature);
  if (kid === null || alg !== "ES256" || bytes?.length !== signatureBytes) return { state: "malformed", kid };
  if (globalThis.crypto?.subtle === undefined) return { state: "unsupported", kid };
  const { keys } = await send(
    fetch,
    { method: "GET", path: "/mock-backend/.well-known/jwks.json" },
    keysSchema,
  );
  const jwk = keys.find((candidate) => candidate.kid === kid);
  if (jwk === undefined) return { state: "unknown-key", kid };
  const { kty, crv, x, y } = jwk;
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, curve, false, ["verify"]);
  const signed = new TextEncoder().encode(`${header}.${claims}`);
  const valid = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes, signed);
  return { state: valid ? "valid" : "invalid", kid };
}

function bytesOf(segment: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (segment === undefined || !/^[\w-]+$/.test(segment)) return null;
  try {
    const text = atob(segment.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(text, (char) => char.charCodeAt(0));
  } catch {
    // A length that base64 cannot have.
    return null;
  }
}
