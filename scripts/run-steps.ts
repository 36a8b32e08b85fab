import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foreground } from "./child";
import { ROOT } from "./next";
import { MEASURED_FILE } from "./prove/measured";
import { closingLine, sumTotals, totalsEnvironment } from "./totals";

export type Step = { name: string; file: string; args: string[] };

/** A script of this folder. */
export const script = (name: string): Pick<Step, "file" | "args"> => ({
  file: process.execPath,
  args: ["--import", "tsx", path.join("scripts", name)],
});

/** A script of package.json. */
export const npmRun = (name: string): Pick<Step, "file" | "args"> => ({
  file: "npm",
  args: ["run", "--silent", name],
});

/** What takes long: `npm run prove`, and the end of `npm test`. */
export const proofs: readonly Step[] = [
  { name: "Apps of others", ...npmRun("check:app:prove") },
  { name: "Proof of the checks", ...script("check-prove.ts") },
  { name: "Hosting", ...script("hosting-prove.ts") },
];

/** Takes every step in order, up to the first that fails; the last line is the sum of the tests. @returns the exit code */
export async function runSteps(steps: readonly Step[]): Promise<number> {
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
}
