import { assertFile } from "./check/write-report";
import { checks } from "./check-app/checks/all";
import { readOptions, usage } from "./check-app/options";

/**
 * `npm run check:app`: the lessons' questions, asked of an app of your own. Exit code 0 when all checks pass, 1 when one
 * does not, 2 when they cannot begin.
 */
try {
  const options = readOptions(
    process.argv.slice(2),
    checks.map(({ id }) => id),
  );
  if (options === "help") console.log(usage);
  else {
    assertFile("--json", options.json ?? null);
    // Loads a browser's driver: a wrong flag need not wait for that.
    const { checkApp } = await import("./check-app/check-app");
    process.exitCode = await checkApp(options);
  }
} catch (error) {
  const expected = error instanceof Error && ["UsageError", "Refusal", "BadInput"].includes(error.name);
  console.error(expected ? error.message : error);
  process.exitCode = 2;
}
