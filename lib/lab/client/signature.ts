import { jwksSchema } from "@/lib/inspect/algorithms";
import { decodeJwt } from "@/lib/inspect/decode-jwt";
import { isAuthentic } from "@/lib/inspect/verification";
import { verifyToken } from "@/lib/inspect/verify-token";
import { type Fetch, send } from "./request.ts";

/**
 * The result of verifying an access token's signature with the lab's public keys.
 * - `valid`: the key with the token's `kid` signed exactly this header and these claims
 * - `invalid`: the key did not sign them
 * - `unknown-key`: the lab publishes no key with that `kid`
 * - `malformed`: not a signed JWT, so it was not verified
 * - `unsupported`: the page was loaded neither over https nor from localhost, so it has no Web Crypto
 */
export type Signature = {
  state: "valid" | "invalid" | "unknown-key" | "malformed" | "unsupported";
  kid: string | null;
};

/** The path of the lab's public keys (RFC 7517 §5). */
export const labKeysPath = "/mock-backend/.well-known/jwks.json";

/**
 * Verifies an access token's signature in the browser with the backend's JWKS. Expiry is not checked.
 *
 * @throws LabProblem when the keys cannot be fetched
 */
export async function verifySignature(token: string, fetch: Fetch): Promise<Signature> {
  const named = decodeJwt(token)?.header.kid;
  const kid = typeof named === "string" ? named : null;
  // With an empty key set, a well-formed token fails for the missing key only.
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
