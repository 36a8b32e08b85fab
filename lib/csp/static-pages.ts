import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * A static page is made at build time and can carry no nonce, so the build notes the hashes of its inline scripts
 * (scripts/csp-hashes.ts) and the server lists them in that page's policy.
 */
export const MANIFEST_FILE = "csp-hashes.json";

const scriptHashesSchema = z.record(z.string(), z.array(z.string().regex(/^'sha256-[A-Za-z0-9+/]{43}='$/)));

/** Pathname to CSP sources. */
export type ScriptHashes = z.infer<typeof scriptHashesSchema>;

/** Next prerenders the not-found page under this name; any unknown path is answered with it. */
const NOT_FOUND = "/_not-found";

let loaded: ScriptHashes | undefined;

/** The CSP sources of a static page's inline scripts; for a path that is no static page, those of the not-found page. */
export function hashesFor(pathname: string, manifest: ScriptHashes = load()): string[] {
  const page = pathname.length > 1 ? pathname.replace(/\/+$/, "") : pathname;
  return manifest[page] ?? manifest[NOT_FOUND] ?? [];
}

/** True for a path that the build made a page of. */
export function isStaticPage(pathname: string, manifest: ScriptHashes = load()): boolean {
  return Object.hasOwn(manifest, pathname);
}

/**
 * Reads the build's manifest, once. Under `next dev` there is none, and the policy allows inline scripts.
 *
 * @throws ZodError when the file is not what the build wrote
 */
function load(): ScriptHashes {
  loaded ??= read();
  return loaded;
}

function read(): ScriptHashes {
  if (process.env.NODE_ENV === "development") return {};
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), ".next", MANIFEST_FILE);
  return scriptHashesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
