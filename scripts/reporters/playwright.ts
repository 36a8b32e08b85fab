import type { FullConfig, FullResult, Reporter, Suite, TestError } from "@playwright/test/reporter";
import { reportTotals, type Totals } from "../totals";

/** Ends a Playwright run with `N passed, N failed`. A test that did not run has not passed: it counts as failed. */
export default class ClosingLine implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;
  private totals: Totals = { passed: 0, failed: 0 };

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  /** Errors outside any test: a spec that does not compile, a site that does not start. */
  onError(_error: TestError): void {
    this.errors += 1;
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult["status"] }> {
    const tests = this.suite?.allTests() ?? [];
    const passed = tests.filter((test) => test.results.length > 0 && test.outcome() === "expected").length;
    const failed = tests.length - passed + this.errors;
    const unexplained = failed === 0 && result.status !== "passed" ? 1 : 0;
    this.totals = { passed, failed: failed + unexplained };
    return { status: result.status === "passed" && failed > 0 ? "failed" : result.status };
  }

  /** Runs after every other reporter's `onEnd`, so that the line comes last. */
  async onExit(): Promise<void> {
    reportTotals(this.totals);
  }
}
