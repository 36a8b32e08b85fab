import { stringify } from "csv-stringify/sync";
import type { TargetReport } from "@/lib/check/report";
import { countOf } from "../table";
import { classTable, firstFailure } from "./class-table";

/**
 * The class for a spreadsheet: a line for each student, a column for each check. A name that starts like a formula is
 * quoted, because a roster may come from the students themselves.
 */
export function classCsv(targets: readonly TargetReport[]): string {
  const rows = classTable(targets);
  const head = [
    "name",
    "url",
    "passed",
    "checked",
    "first failure",
    ...rows.map((row) => `${row.lesson}/${row.check}`),
  ];
  const lines = targets.map((target, at) => [
    target.name ?? "",
    target.url,
    countOf(target.results, "pass"),
    // A site that was not reached has no number of passed checks, not even 0.
    target.problem === null ? target.results.length : 0,
    firstFailure(target),
    ...rows.map(({ cells }) => cells[at]?.status ?? ""),
  ]);
  return stringify([head, ...lines], { bom: true, escape_formulas: true });
}
