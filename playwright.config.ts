import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser";
import { BROWSER_ARGUMENTS } from "./scripts/browser-arguments";

/** Where `npm run e2e` starts the site; without it (an editor's test button), a port of its own. */
const port = process.env.E2E_PORT ?? "3210";
/** A site that runs already: nothing is built or started. */
const running = process.env.BASE_URL;
const site = running ?? `http://localhost:${port}`;
const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 3,
  retries: 0,
  // A lesson walked key by key takes its time where two cores serve the site, the browser and the tests.
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ["list"],
    ["html", { open: "never" }],
    ["./scripts/reporters/playwright.ts"],
    ["./scripts/reporters/measured.ts"],
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: site,
    // A trace photographs the DOM at every step, which takes a third of the time of the site's tests. Whoever looks for
    // the cause of a failure asks for a trace: `npm run e2e -- -g "its name" --trace retain-on-failure`.
    trace: "off",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: BROWSER_ARGUMENTS,
    },
  },
  projects: [
    // Some checks wait for a time-out of the app's, and cost nothing meanwhile: a third worker uses that time.
    { name: "checks", testDir: "e2e/checks", workers: 3 },
    // A busy machine paints later than five seconds after a press. A check's red answer would wait as long: not there.
    { name: "site", testDir: "e2e/site", workers: 2, expect: { timeout: 15_000 } },
    // What starts a site of its own, or goes through every variant: `npm run prove`, and not `npm test`.
    { name: "proofs", testDir: "e2e/proofs", workers: 2, expect: { timeout: 15_000 } },
  ],
  ...(running === undefined && {
    webServer: {
      command: "node --import tsx scripts/start.ts",
      url: site,
      // A password's hash is slow on purpose, and a test signs in several times.
      env: { BACKEND_PASSWORD_COST: "tests", ...definedEnvironment(), PORT: port, NEXTAUTH_URL: site },
      reuseExistingServer: false,
      // Long enough for a build, when an editor runs a test without `npm run e2e`.
      timeout: 300_000,
      stdout: "ignore",
      stderr: "pipe",
      gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    },
  }),
});

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
