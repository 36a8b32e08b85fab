import { appendFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { MEASURED_FILE } from "../prove/measured";

/** Writes the outcome of every check, a line each, for the proof's table, when the environment names a file for them. */
export default class MeasuredReporter implements Reporter {
  private readonly file = process.env[MEASURED_FILE];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (this.file === undefined || result.status !== "passed") return;
    for (const { type, description } of test.annotations) {
      if (type === "measured") appendFileSync(this.file, `${description}\n`);
    }
  }
}
