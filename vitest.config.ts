import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Tests that run `next dev` and edit what it serves: `npm run dev:prove`, for they take minutes on a busy machine. */
const NEXT_DEV = "**/*.dev.test.ts";

export default defineConfig(({ mode }) => ({
  resolve: {
    alias: {
      "@": root,
      // Its default export throws outside a server build; unit tests are the server.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    include:
      mode === "next-dev"
        ? [`{mock-backend,scripts}/${NEXT_DEV}`]
        : [
            "{lib,content,mock-backend,scripts}/**/*.test.{ts,tsx}",
            "*.test.ts",
            "e2e/fixtures-apps/right/**/*.test.ts",
          ],
    exclude: [...configDefaults.exclude, ...(mode === "next-dev" ? [] : [NEXT_DEV])],
    // Properties and key pairs take their time where two cores run every file at once.
    testTimeout: 30_000,
    reporters: ["default", "./scripts/reporters/vitest.ts"],
  },
}));
