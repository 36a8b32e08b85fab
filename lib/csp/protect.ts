import { contentSecurityPolicy, type Framing, nonceSource } from "@/lib/csp/policy";
import { fallbackHashes, hashesOf, type ScriptHashes, scriptHash } from "@/lib/csp/script-hashes";
import { securityHeaders } from "@/lib/csp/security-headers";

export type Protection = {
  /** For the request, when the answer is rendered for it: Next takes the nonce from here. */
  requestPolicy: string | undefined;
  /** For the response. */
  headers: Record<string, string>;
};

export type ProtectOptions = {
  pathname: string;
  framing: Framing;
  /** Whether the site is reached by https. */
  https: boolean;
  development?: boolean;
  /** The project's own inline scripts, which are the same on every page and carry no nonce. */
  inlineScripts?: string[];
  /** The build's hashes; given in tests. */
  manifest?: ScriptHashes;
};

/**
 * What a request's answer is protected with: a page that was built lists the hashes of its scripts; anything else gets
 * a fresh nonce, and the hashes of the stand-in pages (not found, error), which Next may answer any path with.
 */
export function protect({
  pathname,
  framing,
  https,
  development = process.env.NODE_ENV === "development",
  inlineScripts = [],
  manifest,
}: ProtectOptions): Protection {
  const built = hashesOf(pathname, manifest);
  const scriptSources = built ?? [
    nonceSource(),
    ...new Set([...inlineScripts.map(scriptHash), ...fallbackHashes(manifest)]),
  ];
  const csp = contentSecurityPolicy({ scriptSources, development, framing, https });
  return { requestPolicy: built ? undefined : csp, headers: securityHeaders({ https, framing, csp }) };
}
