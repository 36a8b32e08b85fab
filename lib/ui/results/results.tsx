import type { LessonMeta } from "@/lib/lesson/meta";
import { measuredResults } from "@/lib/lesson/recorded";
import { ResultsTable } from "./results-table";

/**
 * The lesson's table, from what `npm run record` measured.
 *
 * @throws Error for a lesson that declares no results
 */
export function Results({ meta }: { meta: LessonMeta }) {
  if (meta.results === undefined) throw new Error(`lesson ${meta.slug} declares no results`);
  return <ResultsTable meta={meta} words={meta.results} results={measuredResults(meta.slug)} />;
}
