import { contentSecurityPolicy, type Framing, nonceSource } from "@/lib/csp/policy";
import { fallbackHashes, hashesOf, type ScriptHashes, scriptHash } from "@/lib/csp/script-hashes";
import { securityHeaders } from "@/lib/csp/security-headers";

export type Protection = {
  /** The policy for the request's headers, from which Next takes the nonce; undefined for a page that was built. */
  requestPolicy: string | undefined;
  /** Headers of the response. */
  headers: Record<string, string>;
};

export type ProtectOptions = {
  pathname: string;
  framing: Framing;
  /** Whether the site is reached by https. */
  https: boolean;
  development?: boolean;
  /** The project's own inline scripts. They are the same on every page and carry no nonce. */
  inlineScripts?: string[];
  /** The build's script hashes; a test passes its own. */
  manifest?: ScriptHashes;
};

/**
 * The security headers for a request's answer. The policy of a page that was built lists its scripts' hashes. Any
 * other answer gets a new nonce, and the hashes of the fallback pages (not found, error), which Next may send for any
 * path.
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
