/** The two readable parts of a JWT. Decoded is not verified: nothing here says who signed it. */
export type DecodedJwt = { header: Record<string, unknown>; claims: Record<string, unknown> };

/**
 * Decodes a signed JWT's header and claims (RFC 7519 §3), or null where it is none.
 */
export function decodeJwt(token: string): DecodedJwt | null {
  const segments = token.split(".");
  if (segments.length !== 3) return null;
  const header = decodeSegment(segments[0]);
  const claims = decodeSegment(segments[1]);
  return header === null || claims === null ? null : { header, claims };
}

function decodeSegment(segment: string | undefined): Record<string, unknown> | null {
  if (segment === undefined || !/^[\w-]+$/.test(segment)) return null;
  try {
    const bytes = Uint8Array.from(atob(segment.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch {
    return null;
  }
}
