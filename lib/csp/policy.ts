/** Who may show a page in a frame: nobody, or this site, as a lesson shows the app under study. */
export type Framing = "none" | "self";

export type PolicyOptions = {
  /** What may run besides the site's own files: hashes of inline scripts, or one nonce. */
  scriptSources: string[];
  /** `next dev` evaluates code and injects inline scripts and styles to reload pages. */
  development: boolean;
  framing: Framing;
  /** Over https, an http URL that slipped into a page is fetched by https. */
  https: boolean;
};

/**
 * The Content-Security-Policy of a page: everything is refused that the site does not use.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy({ scriptSources, development, framing, https }: PolicyOptions): string {
  const self = "'self'";
  const directives: Record<string, string[]> = {
    "default-src": ["'none'"],
    // A hash or a nonce beside 'unsafe-inline' would switch it off (CSP Level 3, section 6.7.3.2).
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
 * A fresh nonce for one response, as a CSP source. Next finds it in the request's own Content-Security-Policy header
 * and puts it on every script that it writes.
 */
export function nonceSource(): string {
  return `'nonce-${Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64")}'`;
}
