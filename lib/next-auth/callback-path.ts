/** Longer than any address of this site. NextAuth keeps the address in a cookie and writes it into headers. */
export const LONGEST_CALLBACK_URL = 1_024;

/**
 * Where to go after sign-in. Only a path on this site: an address in a query string is anybody's to write
 * (OWASP Unvalidated Redirects).
 */
export function callbackPath(value: string | undefined): string {
  if (value === undefined || value.length > LONGEST_CALLBACK_URL || !value.startsWith("/")) return "/notes";
  const base = "http://site.invalid";
  if (!URL.canParse(value, base)) return "/notes";
  const url = new URL(value, base);
  return url.origin === base ? url.pathname + url.search : "/notes";
}
