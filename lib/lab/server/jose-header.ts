import { decodeProtectedHeader } from "jose";

/** The readable first part of a JWS or JWE (RFC 7515 §4, RFC 7516 §4), or null when it is neither. */
export function protectedHeaderOf(token: string): Record<string, unknown> | null {
  try {
    return { ...decodeProtectedHeader(token) };
  } catch {
    return null;
  }
}
