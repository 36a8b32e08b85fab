import { readEnvironment } from "@/lib/env";

// #region caller
/** Who sent a request, by its headers. */
export type Caller = "own-page" | "address-bar" | "elsewhere" | "unknown";

/**
 * Fetch Metadata says it, and `Origin` where a browser is too old for that (OWASP CSRF Prevention Cheat Sheet): no
 * script can set either. A sibling host is elsewhere, too. A request with neither header is `unknown`.
 */
export function callerOf({ headers }: Request): Caller {
  const site = headers.get("Sec-Fetch-Site");
  if (site === "same-origin") return "own-page";
  if (site === "none") return "address-bar";
  if (site !== null) return "elsewhere";
  const origin = headers.get("Origin");
  if (origin === null) return "unknown";
  return isOwnOrigin(origin, headers) ? "own-page" : "elsewhere";
}
// #endregion caller

/**
 * Whether a state-changing request comes from this site's own pages. Nobody types the address of one, so the address
 * bar is refused. A request with neither header has no browser behind it, so no cookie was sent along without its
 * owner's will.
 */
export function isSameOrigin(request: Request): boolean {
  const caller = callerOf(request);
  return caller === "own-page" || caller === "unknown";
}

/** `null`, which a sandboxed frame sends, is no URL and never this site's. */
function isOwnOrigin(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const sender = new URL(origin);
  const { siteUrl, isPublic } = readEnvironment();
  if (isPublic) return sender.origin === siteUrl.origin;
  // A local site may be reached by names that no setting knows. Whoever has no browser can write any of the three
  // headers; a page elsewhere can write none: X-Forwarded-Host needs a preflight (Fetch, CORS-preflight), and fails it.
  return sender.host === (forwardedHost(headers) ?? headers.get("Host"));
}

/** The first proxy names the host that the browser asked for; those behind it add theirs. */
function forwardedHost(headers: Headers): string | undefined {
  return headers.get("X-Forwarded-Host")?.split(",")[0]?.trim();
}
