import { defineConfig, type ReporterDescription } from "@playwright/test";
import base from "../../playwright.config";

const { CHECK_HTML: html, CHECK_WORKERS: workers = "2" } = process.env;

const reporters: ReporterDescription[] = [
  ["./reporter.ts"],
  ...(html ? [["html", { outputFolder: html, open: "never" }] satisfies ReporterDescription] : []),
];

/** The lesson checks alone, against the site in BASE_URL, for `npm run check`. */
export default defineConfig({
  ...base,
  testDir: "../../e2e/checks",
  workers: Number(workers),
  reporter: reporters,
  use: {
    ...base.use,
    trace: html ? "retain-on-failure" : "off",
    // A solution may leave its visitor waiting: that has to end before the check itself is ended, to be a verdict.
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
  },
  projects: [{ name: "checks" }],
});
