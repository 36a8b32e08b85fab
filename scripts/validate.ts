import { run } from "./fail";
import { npmRun, proofs, runSteps, type Step, script } from "./run-steps";

/** What has to hold before a change is done, cheapest first. */
const steps: Step[] = [
  { name: "Format and lint", ...npmRun("lint") },
  { name: "Types", ...npmRun("types") },
  { name: "Unit tests", ...npmRun("unit") },
  { name: "Build", ...script("build.ts") },
  { name: "Browser tests", ...script("e2e.ts") },
  ...proofs,
];

/** `npm test` */
await run(() => runSteps(steps));
