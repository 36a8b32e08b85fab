import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** A build, a start and nine checks in real time; on a busy machine each takes its time. */
const TIMEOUT_MS = 600_000;

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    include: ["*.test.ts"],
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    reporters: ["default", fileURLToPath(new URL("../../scripts/reporters/vitest.ts", import.meta.url))],
  },
});
