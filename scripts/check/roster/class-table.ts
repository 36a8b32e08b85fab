import type { CheckResult, Status, TargetReport } from "@/lib/check/report";

/** One student and one check: the worst of its conditions and variants, and the first result that is so bad. */
export type Cell = { status: Status; first: CheckResult };

export type Row = {
  lesson: string;
  check: string;
  title: string;
  /** How many got it wrong; how many have no verdict. */
  failed: number;
  errors: number;
  /** In the students' order; null where nothing is known. */
  cells: (Cell | null)[];
};

const worst: Status[] = ["fail", "error", "skipped", "pass"];

/** Checks down, students across; what most of them got wrong comes first. */
export function classTable(targets: readonly TargetReport[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { lesson, check, title } of targets.flatMap(({ results }) => results)) {
    const key = `${lesson}/${check}`;
    if (rows.has(key)) continue;
    const cells = targets.map(({ results }) =>
      cellOf(results.filter((result) => result.lesson === lesson && result.check === check)),
    );
    const having = (status: Status) => cells.filter((cell) => cell?.status === status).length;
    rows.set(key, { lesson, check, title, cells, failed: having("fail"), errors: having("error") });
  }
  // The sort is stable: checks that failed equally often stay in the lessons' order.
  return [...rows.values()].sort((one, other) => other.failed - one.failed || other.errors - one.errors);
}

function cellOf(results: readonly CheckResult[]): Cell | null {
  for (const status of worst) {
    const first = results.find((result) => result.status === status);
    if (first) return { status, first };
  }
  return null;
}

/** The first thing to tell a student: why nothing was checked, or the first check that failed. */
export function firstFailure({ problem, results }: TargetReport): string {
  if (problem !== null) return problem;
  const first =
    results.find(({ status }) => status === "fail") ?? results.find(({ status }) => status !== "pass");
  return first === undefined ? "" : `${first.lesson}/${first.check}: ${first.message ?? ""}`;
}
