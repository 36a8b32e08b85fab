import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type RecordedRun, type ResultsTable, recordedRunSchema, resultsTableSchema } from "./results";

/** Where `npm run record` keeps what it measured in a lesson. */
export function resultsFolder(slug: string): string {
  return path.join(process.cwd(), "content", "lessons", slug, "results");
}

/**
 * What the checks measured, by the name of the run; nothing before the first recording, which needs the page.
 *
 * @throws ZodError for a table of another shape
 */
export function measuredResults(slug: string): ResultsTable {
  if (!existsSync(path.join(resultsFolder(slug), "table.json"))) return {};
  return resultsTableSchema.parse(readJson(slug, "table.json"));
}

/** @throws Error when there is no such recording, ZodError when it has another shape */
export function recordedRun(slug: string, name: string): RecordedRun {
  if (!(name in measuredResults(slug))) throw new Error(`lesson ${slug} has no recorded run ${name}`);
  return recordedRunSchema.parse(readJson(slug, "timelines", `${name}.json`));
}

function readJson(slug: string, ...file: string[]): unknown {
  return JSON.parse(readFileSync(path.join(resultsFolder(slug), ...file), "utf8"));
}
