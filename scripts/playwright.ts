import { createRequire } from "node:module";

/** The command line of the Playwright that is installed. */
export const PLAYWRIGHT = createRequire(import.meta.url).resolve("@playwright/test/cli");
