import type { LessonMeta } from "@/lib/lesson/meta";
import { ensureBrowser } from "../browser";
import { BadInput } from "../fail";
import { checkTarget } from "./check-target";
import { junitXml } from "./junit";
import type { Options } from "./options";
import type { Planned } from "./plan";
import { Progress } from "./progress";
import { withOwnSite } from "./site";
import { countLine, failureLines, tableLines } from "./table";
import { reportOf, writeOut } from "./write-report";

/** More than two do not make a small machine faster, and a student's site need not bear more. */
const WORKERS = 2;

/**
 * Checks one site, this clone's own without `--url`, prints the table and writes the reports that the options ask for.
 *
 * @returns the exit code: 0 when every check that was asked for passes
 * @throws BadInput when the address is no site of this project
 */
export async function checkOne(
  options: Options,
  plan: readonly Planned[],
  lessons: readonly LessonMeta[],
): Promise<number> {
  const chromium = ensureBrowser();
  const check = (url: string) => checkAt(url, chromium, options, plan, lessons);
  return options.url === null ? withOwnSite(check) : check(options.url);
}

async function checkAt(
  url: string,
  chromium: string,
  { junit, html, json }: Options,
  plan: readonly Planned[],
  lessons: readonly LessonMeta[],
): Promise<number> {
  const startedAt = new Date();
  const progress = new Progress(plan.length);
  const howTo = { chromium, workers: WORKERS, html, timeLimitMs: null };
  const checked = await checkTarget({ name: null, url }, plan, lessons, howTo, progress);
  progress.finish();
  if (checked.state === "foreign") throw new BadInput(checked.problem ?? url);
  const { results, problem } = checked;
  const report = reportOf([checked], startedAt);
  if (json !== null) writeOut(json, `${JSON.stringify(report, null, 2)}\n`);
  if (junit !== null) writeOut(junit, await junitXml(report));
  const lines = problem === null ? [...tableLines(results), ...failureLines(results)] : ["", problem];
  for (const line of lines) console.log(line);
  console.log(`\n${countLine(results)} at ${url} in ${(report.durationMs / 1000).toFixed(0)} s`);
  return results.every(({ status }) => status === "pass") ? 0 : 1;
}
