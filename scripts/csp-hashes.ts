import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { MANIFEST_FILE, type ScriptHashes, scriptHash } from "@/lib/csp/script-hashes";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const EXECUTED_TYPES = [
  "module",
  "importmap",
  "speculationrules",
  "text/javascript",
  "application/javascript",
];

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
  for (const { attrs, childNodes } of scriptsIn(parse(html))) {
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
    if (attributes.has("src") || isData(attributes.get("type"))) continue;
    sources.add(scriptHash(childNodes.map((node) => ("value" in node ? node.value : "")).join("")));
  }
  return [...sources];
}

function scriptsIn(node: Node): Element[] {
  if (!("childNodes" in node)) return [];
  const own = "tagName" in node && node.tagName === "script" ? [node] : [];
  return [...own, ...node.childNodes.flatMap(scriptsIn)];
}

/** A data block (JSON, a template) never runs, so a policy need not allow it. */
function isData(type: string | undefined): boolean {
  return type !== undefined && type !== "" && !EXECUTED_TYPES.includes(type.trim().toLowerCase());
}
