import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foreground } from "./child";
import { run } from "./fail";
import { ROOT } from "./next";
import { MEASURED_FILE } from "./prove/measured";
import { closingLine, sumTotals, totalsEnvironment } from "./totals";

type Step = { name: string; file: string; args: string[] };

const node = (script: string): Pick<Step, "file" | "args"> => ({
  file: process.execPath,
  args: ["--import", "tsx", path.join("scripts", script)],
});

/** What has to hold before a change is done, cheapest first. */
const steps: Step[] = [
  { name: "Format and lint", file: "npm", args: ["run", "--silent", "lint"] },
  { name: "Types", file: "npm", args: ["run", "--silent", "types"] },
  { name: "Unit tests", file: "npm", args: ["run", "--silent", "unit"] },
  { name: "Build", ...node("build.ts") },
  { name: "Browser tests", ...node("e2e.ts") },
  { name: "Apps of others", file: "npm", args: ["run", "--silent", "check:app:prove"] },
  { name: "Proof of the checks", ...node("check-prove.ts") },
  { name: "Hosting", ...node("hosting-prove.ts") },
];

/** `npm test`: every step in order, up to the first that fails; the last line is the sum of the tests. */
await run(async () => {
  process.chdir(ROOT);
  const directory = mkdtempSync(path.join(tmpdir(), "silent-refresh-totals-"));
  const totals = path.join(directory, "totals.jsonl");
  const env = {
    ...totalsEnvironment(totals),
    // What the browser tests measure of the lessons' variants, the proof need not measure again.
    [MEASURED_FILE]: path.join(directory, "measured.jsonl"),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  try {
    for (const { name, ...command } of steps) {
      console.log(`\n── ${name}`);
      const startedAt = performance.now();
      const code = await foreground({ ...command, env });
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`── ${name}: ${code === 0 ? "passed" : "FAILED"} in ${seconds} s`);
      if (code === 0) continue;
      const { passed, failed } = sumTotals(totals);
      // A step without tests of its own (lint, types, build) counts as one failure.
      console.log(`\n${closingLine({ passed, failed: Math.max(failed, 1) })}`);
      return code;
    }
    console.log(`\n${closingLine(sumTotals(totals))}`);
    return 0;
  } finally {
    rmSync(directory, { recursive: true });
  }
});
