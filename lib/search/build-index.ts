import MiniSearch from "minisearch";
import type { Entry } from "./entry.ts";
import { indexOptions } from "./options.ts";

/** The index as a file: whoever opens the search reads it as it stands. */
export function indexFile(entries: readonly Entry[]): string {
  const index = new MiniSearch<Entry>(indexOptions);
  index.addAll(entries);
  return JSON.stringify(index);
}
