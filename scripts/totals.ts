import { appendFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** How a run ended, in the numbers that its last line gives. */
export type Totals = { passed: number; failed: number };

const totalsSchema = z.object({ passed: z.number().int(), failed: z.number().int() });

/** Each runner appends a line to this file, when `npm test` asks for a sum. */
const TOTALS_FILE = "TOTALS_FILE";

/** The plain closing line that people and CI read. */
export function closingLine({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`;
}

/** Prints the closing line of one runner, and leaves the numbers for whoever sums them up. */
export function reportTotals(totals: Totals): void {
  console.log(`\n${closingLine(totals)}`);
  const file = process.env[TOTALS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(totals)}\n`);
}

/** The sum of what the runners left in the file; nothing at all when none got that far. */
export function sumTotals(file: string): Totals {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => totalsSchema.parse(JSON.parse(line)))
    .reduce((sum, run) => ({ passed: sum.passed + run.passed, failed: sum.failed + run.failed }), {
      passed: 0,
      failed: 0,
    });
}

/** The file for the numbers: `.ci/run` names one for all of its commands; otherwise a run has its own in a folder. */
export function totalsFile(directory: string): string {
  return process.env[TOTALS_FILE] ?? path.join(directory, "totals.jsonl");
}

/** The environment that makes the runners leave their numbers. */
export function totalsEnvironment(file: string): Record<string, string> {
  return { [TOTALS_FILE]: file };
}
