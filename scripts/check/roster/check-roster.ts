import path from "node:path";
import pLimit from "p-limit";
import type { TargetReport } from "@/lib/check/report";
import type { LessonMeta } from "@/lib/lesson/meta";
import { ensureBrowser } from "../../browser";
import { type Checked, checkTarget } from "../check-target";
import type { Options } from "../options";
import type { Planned } from "../plan";
import { printable } from "../printable";
import { Progress } from "../progress";
import { notRun } from "../result";
import type { Target } from "../target";
import { reportOf, writeOut } from "../write-report";
import { classCsv } from "./class-csv";
import { classLines } from "./class-lines";
import { classPage } from "./class-page";
import { type Mistake, readRoster } from "./read-roster";

/**
 * Checks every site of a roster, a few at a time, and writes the reports that the options ask for. A site that fails stops
 * no other.
 *
 * @returns the exit code: 0 when all of them pass everything, 2 when a line or an address has a mistake
 * @throws BadInput when the roster cannot be used at all
 */
export async function checkRoster(
  options: Options,
  file: string,
  plan: readonly Planned[],
  lessons: readonly LessonMeta[],
): Promise<number> {
  const startedAt = new Date();
  const { targets, mistakes } = readRoster(file);
  for (const { problem } of mistakes) console.error(printable(problem));
  const chromium = ensureBrowser();
  const progress = new Progress(plan.length * targets.length);
  const timeLimitMs = options.timeLimitSeconds * 1000;
  const howTo = { chromium, workers: 1, html: null, timeLimitMs };
  const checked = await pLimit(options.parallel).map(targets, async (target) => {
    const who = target.name ?? "";
    const watch = {
      started: (planned: Planned) => progress.started(planned, who),
      ended: (result: TargetReport["results"][number]) => progress.ended(result, who),
    };
    const verdicts = await checkTarget(target, plan, lessons, howTo, watch).catch((error: unknown) =>
      broken(target, plan, error),
    );
    return { ...verdicts, line: target.line };
  });
  progress.finish();
  const inOrder = [...checked, ...mistakes.map(asTarget)].sort((one, other) => one.line - other.line);
  const report = reportOf(inOrder, startedAt);
  if (options.json !== null) writeOut(options.json, `${JSON.stringify(report, null, 2)}\n`);
  if (options.csv !== null) writeOut(options.csv, classCsv(report.targets));
  if (options.html !== null) writeOut(pageFile(options.html), await classPage(report));
  for (const line of classLines(report.targets)) console.log(line);
  const foreign = checked.filter(({ state }) => state === "foreign");
  for (const { name, problem } of foreign) console.error(printable(`${name}: ${problem}`));
  if (mistakes.length + foreign.length > 0) return 2;
  return checked.every(({ results }) => results.every(({ status }) => status === "pass")) ? 0 : 1;
}

/** Whatever went wrong with one site, the others have their verdicts. */
function broken(target: Target, plan: readonly Planned[], error: unknown): Checked {
  const reason = error instanceof Error ? error.message : String(error);
  const results = plan.map((planned) => notRun(planned, target.url, { status: "error", reason }));
  return { ...target, state: "unreachable", problem: reason, results };
}

function asTarget({ line, name, problem }: Mistake): TargetReport & { line: number } {
  return { line, name, url: "", problem, results: [] };
}

/** `--html` names a folder for one site; for a class, a page, or the folder that gets it. */
function pageFile(named: string): string {
  return /\.html?$/i.test(named) ? named : path.join(named, "index.html");
}
