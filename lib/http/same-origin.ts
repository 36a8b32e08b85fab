/**
 * Whether a state-changing request comes from this site's own pages, by Fetch Metadata with `Origin` as the
 * fallback (OWASP CSRF Prevention Cheat Sheet). A request with neither header has no browser behind it, so
 * no cookie was sent along without its owner's will.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("Origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("Host");
}
