import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { MANIFEST_FILE, type ScriptHashes, scriptHash } from "@/lib/csp/script-hashes";

/**
 * Writes the hashes of every static page's inline scripts beside the build.
 *
 * @param build the `.next` folder of a finished build
 */
export function writeScriptHashes(build: string): void {
  const pages = path.join(build, "server", "app");
  const manifest: ScriptHashes = {};
  for (const file of readdirSync(pages, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".html")) continue;
    manifest[pathnameOf(file)] = inlineScriptHashes(readFileSync(path.join(pages, file), "utf8"));
  }
  writeFileSync(path.join(build, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** `index.html` is `/`; `lessons/start.html` is `/lessons/start`. */
export function pathnameOf(file: string): string {
  const pathname = `/${file
    .split(path.sep)
    .join("/")
    .replace(/\.html$/, "")}`;
  return pathname === "/index" ? "/" : pathname;
}

/** The CSP sources for a document's inline scripts, each once. */
export function inlineScriptHashes(html: string): string[] {
  const sources = new Set<string>();
  for (const [, attributes = "", text = ""] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)) {
    if (/\ssrc\s*=/i.test(attributes) || isData(attributes)) continue;
    sources.add(scriptHash(text));
  }
  return [...sources];
}

/** A data block (JSON, a template) never runs, so a policy need not allow it. */
function isData(attributes: string): boolean {
  const type = /\stype\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1]?.toLowerCase();
  if (!type) return false;
  return !["module", "importmap", "speculationrules", "text/javascript", "application/javascript"].includes(
    type,
  );
}
