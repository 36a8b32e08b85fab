import { jwksSchema } from "@/lib/inspect/algorithms";
import { decodeJwt } from "@/lib/inspect/decode-jwt";
import { isAuthentic } from "@/lib/inspect/verification";
import { verifyToken } from "@/lib/inspect/verify-token";
import { type Fetch, send } from "./request.ts";

/**
 * What a look at the lab's own public keys says of an access token's signature.
 * - `valid`: the key of that id signed exactly this header and these claims
 * - `invalid`: it did not
 * - `unknown-key`: the lab publishes no key of that id
 * - `malformed`: not a signed JWT at all, so nothing was asked
 * - `unsupported`: this page was not loaded over https or from localhost, and has no Web Crypto
 */
export type Signature = {
  state: "valid" | "invalid" | "unknown-key" | "malformed" | "unsupported";
  kid: string | null;
};

/** Where this site publishes the lab's public keys (RFC 7517 §5). */
export const labKeysPath = "/mock-backend/.well-known/jwks.json";

/**
 * Verifies an access token's signature in the browser against the backend's JWKS. When it expires is not asked here.
 *
 * @throws LabProblem when the keys cannot be fetched
 */
export async function verifySignature(token: string, fetch: Fetch): Promise<Signature> {
  const named = decodeJwt(token)?.header.kid;
  const kid = typeof named === "string" ? named : null;
  // Without a key, a token whose form is right has no other fault.
  const form = await verifyToken(token, { keys: [] });
  const isFormed = !form.valid && form.reason === "no-key";
  if (kid === null || !isFormed) return { state: "malformed", kid };
  const keys = await send(fetch, { method: "GET", path: labKeysPath }, jwksSchema);
  const verification = await verifyToken(token, keys);
  if (verification.valid || isAuthentic(verification)) return { state: "valid", kid };
  const { reason } = verification;
  if (reason === "unknown-key" || reason === "no-key") return { state: "unknown-key", kid };
  if (reason === "bad-signature") return { state: "invalid", kid };
  return { state: reason === "unsupported" ? "unsupported" : "malformed", kid };
}
