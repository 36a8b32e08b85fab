import "server-only";

/**
 * `Authorization` for a confidential client. Both parts are form-encoded inside the pair (RFC 6749 §2.3.1): without
 * that, a secret with `+`, `%` or `ü` in it is another secret at the backend.
 */
export function clientAuthorization(id: string, secret: string): string {
  return `Basic ${btoa(`${formEncode(id)}:${formEncode(secret)}`)}`;
}

function formEncode(value: string): string {
  return new URLSearchParams([["", value]]).toString().slice(1);
}
