import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * The file in which the build (scripts/csp-hashes.ts) notes the hashes of every static page's inline scripts. A
 * static page can carry no nonce, so the server lists the hashes in its policy.
 */
export const MANIFEST_FILE = "csp-hashes.json";

const scriptHashesSchema = z.record(z.string(), z.array(z.string().regex(/^'sha256-[A-Za-z0-9+/]{43}='$/)));

/** The CSP sources of each page's inline scripts, by pathname. */
export type ScriptHashes = z.infer<typeof scriptHashesSchema>;

/** Fallback pages that Next prerenders under these names and may send for any path. */
const FALLBACKS = ["/_not-found", "/_global-error"];

let loaded: ScriptHashes | undefined;

/**
 * The CSP source that allows one inline script. A browser hashes the text between the tags as it stands, without
 * decoding entities (CSP Level 3, section 6.7.3.3).
 */
export function scriptHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

/** The hashes of a built page; undefined for a path without one. */
export function hashesOf(pathname: string, manifest: ScriptHashes = load()): string[] | undefined {
  const page = pathname.length > 1 ? pathname.replace(/\/+$/, "") : pathname;
  return Object.hasOwn(manifest, page) ? manifest[page] : undefined;
}

/** The hashes of the fallback pages, each once. */
export function fallbackHashes(manifest: ScriptHashes = load()): string[] {
  return [...new Set(FALLBACKS.flatMap((page) => manifest[page] ?? []))];
}

/**
 * Reads the build's hashes once. `next dev` has none, and its policy allows inline scripts.
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
