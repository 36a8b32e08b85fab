import { run } from "./fail";
import { npmRun, runSteps, type Stage, script } from "./run-steps";

/** What has to hold before a change is done, cheapest first. */
const stages: readonly Stage[] = [
  [
    { name: "Format and lint", ...npmRun("lint") },
    { name: "Types", ...npmRun("types") },
  ],
  // A build uses one core for most of its time.
  [
    { name: "Unit tests", ...npmRun("unit") },
    { name: "Build", ...script("build.ts", "--if-changed") },
  ],
  { name: "Browser tests", ...script("e2e-everyday.ts") },
];

/** `npm test` */
await run(() => runSteps(stages));
