import path from "node:path";
import { expect, it, vi } from "vitest";
import { ensureBrowser, findBrowser } from "./browser";
import type { Machine } from "./machine";

vi.spyOn(console, "log").mockImplementation(() => {});

/** A machine with these files; `install` is what each installing command brings. */
function machine(
  files: string[],
  { install = {}, ...rest }: Partial<Machine> & { install?: Record<string, string> } = {},
) {
  const present = new Set(files);
  const commands: string[] = [];
  const fake: Machine = {
    env: { PATH: ["/usr/bin", "/opt/bin"].join(path.delimiter) },
    exists: (file) => present.has(file),
    runs: (file, args) => {
      if (args[0] === "--version") return !file.includes("broken");
      commands.push([file, ...args].join(" "));
      if (file === "apt-get" && args[0] === "update") return true;
      const brought = install[file];
      if (brought) present.add(brought);
      return brought !== undefined;
    },
    playwrightsOwn: () => "/cache/playwright/chrome",
    isRoot: false,
    ...rest,
  };
  return { fake, commands };
}

it("takes the one that is named, before any other", () => {
  const { fake } = machine(["/usr/bin/chromium", "/my/chrome"], { env: { CHROMIUM_PATH: "/my/chrome" } });
  expect(findBrowser(fake)).toBe("/my/chrome");
});

it("takes an installed one before Playwright's own", () => {
  const { fake, commands } = machine(["/cache/playwright/chrome", "/opt/bin/google-chrome"]);
  expect(ensureBrowser(fake)).toBe("/opt/bin/google-chrome");
  expect(commands).toEqual([]);
});

it("passes over one that does not start", () => {
  const { fake } = machine(["/broken/chrome", "/cache/playwright/chrome"], {
    env: { CHROMIUM_PATH: "/broken/chrome" },
  });
  expect(findBrowser(fake)).toBe("/cache/playwright/chrome");
});

it("installs Playwright's own where there is none", () => {
  const { fake, commands } = machine([], { install: { npx: "/cache/playwright/chrome" } });
  expect(ensureBrowser(fake)).toBe("/cache/playwright/chrome");
  expect(commands).toEqual(["npx playwright install chromium"]);
});

it("takes the headless shell before a whole browser", () => {
  const { fake } = machine(["/usr/bin/chromium", "/opt/bin/chromium-headless-shell"]);
  expect(findBrowser(fake)).toBe("/opt/bin/chromium-headless-shell");
});

it("installs Debian's headless shell where the download fails, as root", () => {
  const { fake, commands } = machine(["/usr/bin/apt-get"], {
    isRoot: true,
    install: { "apt-get": "/usr/bin/chromium-headless-shell" },
  });
  expect(ensureBrowser(fake)).toBe("/usr/bin/chromium-headless-shell");
  expect(commands.at(-1)).toMatch(/^apt-get install .*chromium-headless-shell$/);
});

it("installs Debian's Chromium where there is no headless shell", () => {
  const { fake, commands } = machine(["/usr/bin/apt-get"], { isRoot: true });
  const { runs } = fake;
  fake.runs = (file, args, options) => {
    if (args.at(-1) !== "chromium" || file !== "apt-get") return runs(file, args, options);
    fake.exists = (path) => path === "/usr/bin/chromium";
    return runs(file, args, options) || true;
  };
  expect(ensureBrowser(fake)).toBe("/usr/bin/chromium");
  expect(commands.filter((command) => command.startsWith("apt-get install"))).toHaveLength(2);
});

it("touches no system package without being root, and says what to do in one line", () => {
  const { fake, commands } = machine(["/usr/bin/apt-get"]);
  expect(() => ensureBrowser(fake)).toThrow(
    /^No browser to test with: install Chromium .*CHROMIUM_PATH=\S+$/,
  );
  expect(commands).toEqual(["npx playwright install chromium"]);
});
