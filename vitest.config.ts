import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Its default export throws outside a server build; unit tests are the server.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    include: [
      "{lib,content,mock-backend,scripts}/**/*.test.{ts,tsx}",
      "*.test.ts",
      "e2e/fixtures-apps/right/**/*.test.ts",
    ],
    // Properties and key pairs take their time where two cores run every file at once.
    testTimeout: 30_000,
    reporters: ["default", "./scripts/reporters/vitest.ts"],
  },
});
