import { base64url } from "jose";

/** Characters. The tokens issued here take about 700. */
export const MAX_ACCESS_TOKEN_LENGTH = 4096;

const SEGMENT = /^[A-Za-z0-9_-]+$/;

/**
 * Three canonical base64url segments (RFC 7515 §2, §7.1). jose accepts a changed last character, an inner space and a
 * trailing newline, so that several strings would pass as one token; this admits exactly one form.
 */
export function isCompactJws(token: string): boolean {
  const segments = token.split(".");
  return segments.length === 3 && segments.every(isCanonical);
}

function isCanonical(segment: string): boolean {
  if (!SEGMENT.test(segment) || segment.length % 4 === 1) return false;
  return base64url.encode(base64url.decode(segment)) === segment;
}
