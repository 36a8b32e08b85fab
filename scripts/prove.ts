import { run } from "./fail";
import { npmRun, runSteps, type Stage, script } from "./run-steps";

const asked = process.argv.slice(2);

/** What takes long: sites that are started beside the one under test, and tables that are measured. */
const everything: readonly Stage[] = [
  // The apps of others are waited for, most of the time.
  [
    { name: "Proof of the checks", ...script("check-prove.ts") },
    { name: "Apps of others", ...npmRun("check:app:prove") },
  ],
  { name: "Sites of their own, and every variant", ...script("e2e.ts", "--project=proofs") },
  { name: "Next's own server", ...npmRun("dev:prove") },
  { name: "Hosting", ...script("hosting-prove.ts") },
];

/** `npm run prove`; with `-- --lesson <slug>`, the proof of one lesson's checks. */
await run(() =>
  runSteps(
    asked.length === 0
      ? everything
      : [{ name: "Proof of the checks", ...script("check-prove.ts", ...asked) }],
  ),
);
