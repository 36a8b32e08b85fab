import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { MANIFEST_FILE } from "@/lib/csp/script-hashes";
import { writeScriptHashes } from "./csp-hashes";
import { next, ROOT } from "./next";
import { siteUrlOfBuild } from "./site-environment";
import { hashSources } from "./sources";

/** The address that the pages were built for: a link's preview names its picture by a whole address. */
const BUILT_FOR = "site-url.txt";
/** Names the sources that the build was made from; written last, so a build that broke off has none. */
const STAMP = "sources.sha256";

/**
 * Builds the site, unless there is a build of these very sources.
 *
 * @param site its folder, the project itself by default; a copy is built anew when the project has changed as well
 * @returns the exit code of the build; 0 when there was nothing to do
 */
export async function ensureBuild(site: string = ROOT): Promise<number> {
  const stamp = path.join(site, ".next", STAMP);
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesOf(site);
  return fresh ? 0 : build(site);
}

/**
 * Builds the site and notes the hashes of its pages' inline scripts, which the policy of each page lists.
 *
 * @param site its folder
 * @returns the exit code
 */
export async function build(site: string = ROOT): Promise<number> {
  const folder = path.join(site, ".next");
  const sources = sourcesOf(site);
  rmSync(path.join(folder, STAMP), { force: true });
  const code = await next(["build"], {}, site);
  if (code !== 0) return code;
  writeScriptHashes(folder);
  if (process.env.SITE_OUTPUT === "standalone") completeStandalone(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, BUILT_FOR), siteUrlOfBuild().origin);
  writeFileSync(path.join(folder, STAMP), sources);
  return 0;
}

/** @returns the origin that link previews name, when the site is served at another one */
export function builtForAnother(site: URL): string | undefined {
  const origin = readFileSync(path.join(ROOT, ".next", BUILT_FOR), "utf8");
  return origin === site.origin ? undefined : origin;
}

function sourcesOf(site: string): string {
  return [...new Set([ROOT, site])].map(hashSources).join(" ");
}

/**
 * Completes Next's standalone folder with the files that Next leaves out of it (Next's docs, `output`): the files for
 * browsers, and the hashes of the pages' inline scripts, which are written after Next's build.
 *
 * @param build the `.next` folder of a finished build
 */
function completeStandalone(build: string): void {
  for (const name of ["static", MANIFEST_FILE]) {
    cpSync(path.join(build, name), path.join(build, "standalone", ".next", name), { recursive: true });
  }
}
