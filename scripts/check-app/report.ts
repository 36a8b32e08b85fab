import type { Result } from "./result";

const WORDS = { pass: "pass", fail: "FAIL", error: "ERROR", skipped: "skipped" } as const;

/** A check's line in the table, and below it what somebody who has to repair it wants to know. */
export function resultLines(result: Result, title: string): string[] {
  const { status, message, expected, lesson, section, durationMs, timeline } = result;
  const head = `${WORDS[status].padEnd(8)}${title.padEnd(28)}${`${(durationMs / 1000).toFixed(1)} s`.padStart(7)}  ${message}`;
  if (status === "pass" || status === "skipped") return [head];
  return [
    head,
    `        expected   ${expected}`,
    `        explained  /lessons/${lesson}#${section}`,
    ...(timeline.length > 0 ? ["        recorded"] : []),
    ...timeline.map((line) => `          ${line}`),
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
