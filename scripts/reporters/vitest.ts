import type { Reporter, TestModule } from "vitest/node";
import { reportTotals } from "../totals";

/** Ends a unit run with `N passed, N failed`; a file that cannot even load counts as one failure. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      let own = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") own += 1;
      }
      failed += own === 0 && !module.ok() ? 1 : own;
    }
    // The default reporter prints its summary in the same hook, before this one.
    reportTotals({ passed, failed });
  }
}
