import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type RecordedRun, type ResultsTable, recordedRunSchema, resultsTableSchema } from "./results";

/** The folder with a lesson's recordings, which `npm run record` writes. */
export function resultsFolder(slug: string): string {
  return path.join(process.cwd(), "content", "lessons", slug, "results");
}

/**
 * The outcomes that the checks measured, by the run's name; empty before the first recording, which needs the page to
 * exist.
 *
 * @throws ZodError for a table of another shape
 */
export function measuredResults(slug: string): ResultsTable {
  if (!existsSync(path.join(resultsFolder(slug), "table.json"))) return {};
  return resultsTableSchema.parse(readJson(slug, "table.json"));
}

/**
 * Reads one recording. @throws Error when it does not exist, ZodError when it has another shape
 *
 * @throws Error when there is no such recording, ZodError when it has another shape
 */
export function recordedRun(slug: string, name: string): RecordedRun {
  if (!(name in measuredResults(slug))) throw new Error(`lesson ${slug} has no recorded run ${name}`);
  return recordedRunSchema.parse(readJson(slug, "timelines", `${name}.json`));
}

function readJson(slug: string, ...file: string[]): unknown {
  return JSON.parse(readFileSync(path.join(resultsFolder(slug), ...file), "utf8"));
}
