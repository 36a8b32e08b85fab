import path from "node:path";
import { installFromDebian } from "./debian";
import { Refusal } from "./fail";
import { DOWNLOAD, type Machine, thisMachine } from "./machine";

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
  console.log("No Chromium or Chrome found: installing one.");
  if (machine.runs("npx", ["playwright", "install", "chromium"], DOWNLOAD)) {
    const own = findBrowser(machine);
    if (own) return own;
  }
  const debian = installFromDebian(machine, DEBIAN_PACKAGES, () => findBrowser(machine));
  if (debian) return debian;
  throw new Refusal(
    "No browser to test with: install Chromium or Chrome (Debian: apt-get install chromium), or name one with CHROMIUM_PATH=/path/to/chrome.",
  );
}
