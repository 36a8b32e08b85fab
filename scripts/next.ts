import { createRequire } from "node:module";
import path from "node:path";
import { foregroundNode } from "./child";

/** The project's folder: every script works from here, wherever it was called from. */
export const ROOT = path.resolve(import.meta.dirname, "..");

/** The command line of the Next that is installed. */
export const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

/**
 * Runs Next's own command line in the foreground, without telemetry.
 *
 * @param cwd the folder of the site; the project itself by default
 * @returns its exit code
 */
export function next(
  args: string[],
  env: Record<string, string | undefined> = {},
  cwd: string = ROOT,
): Promise<number> {
  return foregroundNode(NEXT, { args, env: { ...env, NEXT_TELEMETRY_DISABLED: "1" }, cwd });
}
