import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { Refusal } from "./fail";

/** The outside world of the search, so that a test can stand in for a machine without a browser. */
export type Machine = {
  env: Record<string, string | undefined>;
  exists: (file: string) => boolean;
  /** True when the command ran and exited with 0. */
  runs: (file: string, args: string[], options?: { visible?: boolean; timeoutMs?: number }) => boolean;
  playwrightsOwn: () => string;
  isRoot: boolean;
};

/** The headless shell is Chromium without a window: it starts and draws in half the time, and is what headless tests use. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
/** An older Debian has no headless shell of its own. */
const DEBIAN_PACKAGES = ["chromium-headless-shell", "chromium"];
const ELSEWHERE = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** A download that hangs on a machine without the network must not hold up the next way. */
const DOWNLOAD_TIMEOUT_MS = 180_000;

/**
 * The browser to test with: CHROMIUM_PATH, an installed headless shell, Chromium or Chrome, Playwright's own. Each must start, because
 * a download alone lacks the system's libraries on a bare machine.
 *
 * @returns its path, or undefined when there is none
 */
export function findBrowser(machine: Machine = thisMachine()): string | undefined {
  const { env, exists, runs } = machine;
  const inPath = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [
    ...(env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []),
    ...NAMES.flatMap((name) => inPath.map((directory) => path.join(directory, name))),
    ...ELSEWHERE,
    machine.playwrightsOwn(),
  ];
  return candidates.find((file) => exists(file) && runs(file, ["--version"]));
}

/**
 * Finds a browser or installs one: with Playwright's installer, else with Debian's package when root.
 *
 * @throws Refusal saying what to install
 */
export function ensureBrowser(machine: Machine = thisMachine()): string {
  const found = findBrowser(machine);
  if (found) return found;
  const download = { visible: true, timeoutMs: DOWNLOAD_TIMEOUT_MS };
  console.log("No Chromium or Chrome found: installing one.");
  if (machine.runs("npx", ["playwright", "install", "chromium"], download)) {
    const own = findBrowser(machine);
    if (own) return own;
  }
  if (machine.isRoot && machine.exists("/usr/bin/apt-get")) {
    const quiet = ["-qq", "-y", "--no-install-recommends"];
    machine.runs("apt-get", ["update", "-qq"], download);
    for (const name of DEBIAN_PACKAGES) {
      if (!machine.runs("apt-get", ["install", ...quiet, name], { visible: true })) continue;
      const debian = findBrowser(machine);
      if (debian) return debian;
    }
  }
  throw new Refusal(
    "No browser to test with: install Chromium or Chrome (Debian: apt-get install chromium), or name one with CHROMIUM_PATH=/path/to/chrome.",
  );
}

function thisMachine(): Machine {
  return {
    env: process.env,
    exists: existsSync,
    runs: (file, args, { visible = false, timeoutMs = 30_000 } = {}) =>
      spawnSync(file, args, {
        stdio: visible ? "inherit" : "ignore",
        timeout: timeoutMs,
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }).status === 0,
    playwrightsOwn: () => chromium.executablePath(),
    isRoot: process.getuid?.() === 0,
  };
}
