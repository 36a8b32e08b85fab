import { defineConfig, devices } from "@playwright/test";

const executablePath = process.env.CHROMIUM_PATH;

/** The hosted site of `npm run hosting:prove`, by its name: the browser is told where the name leads. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/hosting",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["../../scripts/reporters/playwright.ts"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.HOSTED_ORIGIN ?? "https://learn.example",
    // Its certificate is nobody's.
    ignoreHTTPSErrors: true,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--no-first-run",
        "--host-resolver-rules=MAP learn.example 127.0.0.1",
      ],
    },
  },
  projects: [
    { name: "hosted", testMatch: "hosted.spec.ts" },
    // Alone, for the time counts; and once, for no proxy is asked.
    ...(process.env.HOSTED_BY === "nginx"
      ? [
          {
            name: "crowd",
            testMatch: "crowd.spec.ts",
            dependencies: ["hosted"],
            fullyParallel: false,
            workers: 1,
          },
        ]
      : []),
  ],
});
