import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Tests that run `next dev` and edit what it serves: `npm run dev:prove`, for they take minutes on a busy machine. */
const NEXT_DEV = "**/*.dev.test.ts";

const FOLDERS = ["lib", "content", "mock-backend", "scripts", "e2e/fixtures-apps/right/test"];
const TEST_FILE = /\.test\.tsx?$/;

/**
 * What a test file may change that another file in the same process would meet: mocked modules, globals, the clock, the
 * environment, listeners of the process, what the process has once.
 */
const CHANGES_PROCESS =
  /vi\.(mock|doMock|hoisted|stub|spyOn|useFakeTimers|setSystemTime)|process\.(env|on|once|chdir|exitCode)|globalThis|processWide|setTransport|memory|inTurn|limitedSignIn|countAgainst/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter(
      (file) => TEST_FILE.test(file) && !file.includes("node_modules") && !file.endsWith(".dev.test.ts"),
    )
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/"))),
);
const changesProcess = (file: string) => CHANGES_PROCESS.test(readFileSync(path.join(root, file), "utf8"));

const shared = {
  // Properties and key pairs take their time where two cores run every file at once.
  testTimeout: 30_000,
  exclude: configDefaults.exclude,
};

export default defineConfig(({ mode }) => ({
  resolve: {
    alias: {
      "@": root,
      // Its default export throws outside a server build; unit tests are the server.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    reporters: ["default", "./scripts/reporters/vitest.ts"],
    projects:
      mode === "next-dev"
        ? [
            {
              extends: true,
              test: { ...shared, name: "next-dev", include: [`{mock-backend,scripts}/${NEXT_DEV}`] },
            },
          ]
        : [
            // Files that leave the process as it was share one, and load what they import once.
            {
              extends: true,
              test: {
                ...shared,
                name: "shared",
                isolate: false,
                include: files.filter((file) => !changesProcess(file)),
              },
            },
            { extends: true, test: { ...shared, name: "own", include: files.filter(changesProcess) } },
          ],
  },
}));
