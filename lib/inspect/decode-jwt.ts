import { readCompact } from "./compact.ts";

/** The header and claims of a JWT. Decoding verifies nothing: the signature has not been checked. */
export type DecodedJwt = { header: Record<string, unknown>; claims: Record<string, unknown> };

/** Decodes a signed JWT's header and claims (RFC 7519 §3). @returns null for any other text */
export function decodeJwt(token: string): DecodedJwt | null {
  const { kind, segments, header, claims } = readCompact(token);
  const spelt = segments.slice(0, 2).every(({ misspelt }) => misspelt === null);
  if (kind !== "signed" || !spelt || !header?.value || !claims?.value) return null;
  return { header: header.value, claims: claims.value };
}
