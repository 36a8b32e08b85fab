import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeScriptHashes } from "./csp-hashes";
import { next, ROOT } from "./next";
import { siteUrlOfBuild } from "./site-environment";
import { hashSources } from "./sources";

const BUILD = path.join(ROOT, ".next");
/** The address that the pages were built for: a link's preview names its picture by a whole address. */
const BUILT_FOR = path.join(BUILD, "site-url.txt");
/** Names the sources that the build was made from; written last, so a build that broke off has none. */
const STAMP = path.join(BUILD, "sources.sha256");

/**
 * Builds the site, unless there is a build of these very sources.
 *
 * @returns the exit code of the build; 0 when there was nothing to do
 */
export async function ensureBuild(): Promise<number> {
  const fresh = existsSync(STAMP) && readFileSync(STAMP, "utf8") === hashSources(ROOT);
  return fresh ? 0 : build();
}

/**
 * Builds the site and notes the hashes of its pages' inline scripts, which the policy of each page lists.
 *
 * @returns the exit code
 */
export async function build(): Promise<number> {
  const sources = hashSources(ROOT);
  rmSync(STAMP, { force: true });
  const code = await next(["build"]);
  if (code !== 0) return code;
  writeScriptHashes(BUILD);
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(BUILT_FOR, siteUrlOfBuild().origin);
  writeFileSync(STAMP, sources);
  return 0;
}

/** @returns the origin that link previews name, when the site is served at another one */
export function builtForAnother(site: URL): string | undefined {
  const origin = readFileSync(BUILT_FOR, "utf8");
  return origin === site.origin ? undefined : origin;
}
