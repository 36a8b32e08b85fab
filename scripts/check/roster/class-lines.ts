import type { TargetReport } from "@/lib/check/report";
import { printable } from "../printable";
import { countLine } from "../table";
import { classTable, firstFailure } from "./class-table";

/** How many of the checks that most got wrong are named. */
const WORST = 10;

/** The class in a terminal: a line for each student, then what most of them got wrong. */
export function classLines(targets: readonly TargetReport[]): string[] {
  const names = targets.map(({ name }) => printable(name ?? ""));
  const width = Math.max(0, ...names.map((name) => name.length));
  const students = targets.flatMap((target, at) => [
    `${(names[at] ?? "").padEnd(width)}  ${target.problem === null ? countLine(target.results) : "not checked"}`,
    ...indented(firstFailure(target), width),
  ]);
  const wrong = classTable(targets).filter(({ failed }) => failed > 0);
  const often = wrong
    .slice(0, WORST)
    .map(
      ({ lesson, check, title, failed }) => `  ${String(failed).padStart(3)}  ${lesson}/${check}: ${title}`,
    );
  return ["", ...students, ...(often.length > 0 ? ["", "Wrong most often:", ...often] : [])];
}

function indented(text: string, width: number): string[] {
  return text === "" ? [] : [`${" ".repeat(width)}  ${printable(text)}`];
}
