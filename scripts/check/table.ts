import type { CheckResult, Status } from "@/lib/check/report";
import { printable } from "./printable";
import { timelineText } from "./timeline-text";

const WORD: Record<Status, string> = { pass: "pass", fail: "FAIL", error: "ERROR", skipped: "skipped" };
/** What fits under a failure; the JSON has it all. */
const TIMELINE_LINES = 16;

/** How many ended so. */
export function countOf(results: readonly CheckResult[], status: Status): number {
  return results.filter((result) => result.status === status).length;
}

/** `3 passed, 1 failed, 0 errors, 0 skipped`. */
export function countLine(results: readonly CheckResult[]): string {
  const of = (status: Status) => countOf(results, status);
  const errors = of("error");
  return `${of("pass")} passed, ${of("fail")} failed, ${errors} error${errors === 1 ? "" : "s"}, ${of("skipped")} skipped`;
}

/** One line for a check that has just ended. */
export function progressLine(result: CheckResult): string {
  return `${WORD[result.status].padEnd(8)}${placeOf(result)}  ${seconds(result)}`;
}

/** `refresh-rotation/idle-return (yours, grace-0)` */
export function placeOf({ lesson, check, variant, condition }: CheckResult): string {
  const under = [variant, condition].filter((part) => part !== null).join(", ");
  return `${lesson}/${check}${under === "" ? "" : ` (${under})`}`;
}

/** The table: a block for each lesson and variant, a line for each check. */
export function tableLines(results: readonly CheckResult[]): string[] {
  const nameOf = ({ lesson, variant }: CheckResult) => [lesson, variant ?? ""].join(" ").trim();
  const names = [...new Set(results.map(nameOf))];
  return names.flatMap((name) => {
    const rows = results.filter((result) => nameOf(result) === name);
    const id = widest(rows.map(({ check }) => check));
    const condition = widest(rows.map((row) => row.condition ?? ""));
    return [
      "",
      `${name}: ${countLine(rows)}`,
      ...rows.map((row) =>
        [
          `  ${WORD[row.status].padEnd(7)}`,
          row.check.padEnd(id),
          ...(condition === 0 ? [] : [(row.condition ?? "").padEnd(condition)]),
          seconds(row).padStart(7),
          row.title,
        ].join("  "),
      ),
    ];
  });
}

/** The failures, each with its explanation. A reason that several checks without a verdict share is printed once. */
export function failureLines(results: readonly CheckResult[]): string[] {
  return sameErrors(results).flatMap(([result, more]) => {
    if (result.status === "pass") return [];
    const lines = timelineText(result.timeline);
    const shown = lines.slice(-TIMELINE_LINES);
    const left = lines.length - shown.length;
    const others = more === 0 ? "" : ` (and ${more} more)`;
    return [
      "",
      `${WORD[result.status]}  ${placeOf(result)}: ${result.title}${others}`,
      ...field(result.status === "fail" ? "seen" : "because", result.message),
      ...field("expected", result.expected),
      ...(result.status === "fail" ? field("read", result.section) : []),
      ...(lines.length > 0
        ? [`  timeline${left > 0 ? ` (the last ${shown.length} of ${lines.length})` : ""}`]
        : []),
      ...shown.map((line) => `    ${line}`),
    ];
  });
}

/** Each result, with the number of others that ended in the very same error: those are left out. */
function sameErrors(results: readonly CheckResult[]): [CheckResult, number][] {
  const groups = new Map<string, [CheckResult, number]>();
  for (const [at, result] of results.entries()) {
    const key = result.status === "error" ? `error: ${result.message}` : String(at);
    const [first, more] = groups.get(key) ?? [result, -1];
    groups.set(key, [first, more + 1]);
  }
  return [...groups.values()];
}

function field(name: string, text: string | null): string[] {
  return text === null ? [] : [`  ${name.padEnd(9)} ${printable(text)}`];
}

function seconds({ durationMs }: CheckResult): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}

function widest(words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => word.length));
}
