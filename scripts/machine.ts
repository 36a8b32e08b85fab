import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { execaSync } from "execa";

/** The outside world of a search for programs, so that a test can stand in for a machine that lacks them. */
export type Machine = {
  env: Record<string, string | undefined>;
  exists: (file: string) => boolean;
  /** True when the command ran and exited with 0. */
  runs: (file: string, args: string[], options?: { visible?: boolean; timeoutMs?: number }) => boolean;
  playwrightsOwn: () => string;
  isRoot: boolean;
};

/** A download that hangs on a machine without the network must not hold up the next way. */
export const DOWNLOAD = { visible: true, timeoutMs: 180_000 };

export function thisMachine(): Machine {
  return {
    env: process.env,
    exists: existsSync,
    runs: (file, args, { visible = false, timeoutMs = 30_000 } = {}) =>
      execaSync(file, args, {
        stdio: visible ? "inherit" : "ignore",
        timeout: timeoutMs,
        env: { DEBIAN_FRONTEND: "noninteractive" },
        reject: false,
      }).exitCode === 0,
    playwrightsOwn: () => chromium.executablePath(),
    isRoot: process.getuid?.() === 0,
  };
}
