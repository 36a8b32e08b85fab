/** Who may embed a page: nobody, or this site (a lesson shows the app under study in a frame). */
export type Framing = "none" | "self";

export type PolicyOptions = {
  /** Sources that may run besides the site's own files: hashes of inline scripts, or one nonce. */
  scriptSources: string[];
  /** `next dev` evaluates code and injects inline scripts and styles to reload pages. */
  development: boolean;
  framing: Framing;
  /** Over https, browsers upgrade a page's http URLs. */
  https: boolean;
};

/**
 * Builds a page's Content-Security-Policy. It refuses everything that the site does not use.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy({ scriptSources, development, framing, https }: PolicyOptions): string {
  const self = "'self'";
  const directives: Record<string, string[]> = {
    "default-src": ["'none'"],
    // A hash or a nonce would disable 'unsafe-inline' (CSP Level 3, section 6.7.3.2).
    "script-src": development ? [self, "'unsafe-inline'", "'unsafe-eval'"] : [self, ...scriptSources],
    "style-src": development ? [self, "'unsafe-inline'"] : [self],
    "img-src": [self, "data:"],
    "font-src": [self],
    "connect-src": [self],
    "frame-src": [self],
    "manifest-src": [self],
    "form-action": [self],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
    "frame-ancestors": [framing === "self" ? self : "'none'"],
    ...(https && !development ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/**
 * A new nonce for one response, as a CSP source. Next reads it from the request's Content-Security-Policy header and
 * adds it to every script that it writes.
 */
export function nonceSource(): string {
  return `'nonce-${Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64")}'`;
}
