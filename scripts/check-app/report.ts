import type { Result } from "./result";
import { timelineLine } from "./timeline";

const WORDS = { pass: "pass", fail: "FAIL", error: "ERROR", skipped: "skipped" } as const;

/** A check's line in the table, and below it the details for the repair. */
export function resultLines(result: Result): string[] {
  const { status, title, message, expected, section, durationMs, timeline } = result;
  const head = `${WORDS[status].padEnd(8)}${title.padEnd(28)}${`${(durationMs / 1000).toFixed(1)} s`.padStart(7)}  ${message}`;
  if (status === "pass" || status === "skipped") return [head];
  return [
    head,
    `        expected   ${expected}`,
    `        explained  ${section}`,
    ...(timeline.length > 0 ? ["        recorded"] : []),
    ...timeline.map((event) => `          ${timelineLine(event)}`),
  ];
}

/** The last line: how many of each. */
export function sumLine(results: readonly Result[]): string {
  const count = (status: Result["status"]) => results.filter((result) => result.status === status).length;
  const parts = [`${count("pass")} passed`, `${count("fail")} failed`];
  if (count("error") > 0) parts.push(`${count("error")} without a verdict`);
  if (count("skipped") > 0) parts.push(`${count("skipped")} skipped`);
  return parts.join(", ");
}
