import { cpSync } from "node:fs";
import path from "node:path";
import { MANIFEST_FILE } from "@/lib/csp/script-hashes";

/**
 * Completes Next's standalone folder with what Next leaves to whoever serves it (Next's docs, `output`): the files for
 * browsers, and the hashes of the pages' inline scripts, which are noted after Next's build.
 *
 * @param build the `.next` folder of a finished build
 */
export function completeStandalone(build: string): void {
  for (const name of ["static", MANIFEST_FILE]) {
    cpSync(path.join(build, name), path.join(build, "standalone", ".next", name), { recursive: true });
  }
}
