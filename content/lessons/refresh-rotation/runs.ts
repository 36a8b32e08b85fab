import { readFileSync } from "node:fs";
import path from "node:path";
import {
  type RecordedRun,
  type ResultsTable,
  recordedRunSchema,
  resultsTableSchema,
} from "@/lib/lesson/results";

const results = path.join(process.cwd(), "content", "lessons", "refresh-rotation", "results");

/** What the checks measured, as `npm run record` wrote it. @throws ZodError for a table of another shape */
export function measuredResults(): ResultsTable {
  return resultsTableSchema.parse(JSON.parse(readFileSync(path.join(results, "table.json"), "utf8")));
}

/** @throws when there is no such recording, or it has another shape */
export function recordedRun(name: string): RecordedRun {
  if (!(name in measuredResults())) throw new Error(`no recorded run ${name}`);
  return recordedRunSchema.parse(
    JSON.parse(readFileSync(path.join(results, "timelines", `${name}.json`), "utf8")),
  );
}
