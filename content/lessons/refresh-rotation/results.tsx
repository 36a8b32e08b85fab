import { ResultsTable } from "@/lib/ui/results/results-table";
import meta from "./meta";
import { measuredResults } from "./runs";

/** The lesson's table, from what `npm run record` measured. */
export function Results() {
  return <ResultsTable meta={meta} results={measuredResults()} />;
}
