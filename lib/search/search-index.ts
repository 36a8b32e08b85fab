import MiniSearch, { type Options } from "minisearch";
import * as z from "zod/mini";
import { type Entry, entrySchema } from "./entry.ts";

export type Found = Entry & {
  /** The entry's words that matched the query, in lower case. */
  matched: readonly string[];
};
export type Finder = (question: string) => Found[];

export const INDEX_FILE = "/search.json";
const mostFound = 20;

const foundSchema = z.intersection(entrySchema, z.object({ terms: z.array(z.string()) }));

/** The options for writing and reading the index; minisearch needs the same for both. */
const indexOptions: Options<Entry> = {
  fields: ["title", "where", "text"],
  storeFields: ["id", "kind", "title", "where", "href", "text"],
  searchOptions: {
    prefix: true,
    // Tolerates a typing error in a long word; a short word would match a different word.
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: "AND",
    boost: { title: 4 },
    // Ranks lessons and terms before the sections that contain the same word.
    boostDocument: (_id, _term, stored) => (stored?.kind === "lesson" || stored?.kind === "term" ? 2 : 1),
  },
};

/** Serializes the index as the file that the browser fetches. */
export function indexFile(entries: readonly Entry[]): string {
  const index = new MiniSearch<Entry>(indexOptions);
  index.addAll(entries);
  return JSON.stringify(index);
}

/**
 * Reads the index file.
 *
 * @throws Error when the text is not an index
 */
export function readIndex(text: string): Finder {
  const index = MiniSearch.loadJSON<Entry>(text, indexOptions);
  return (question) => {
    const all = index.search(question);
    // If no entry has all the words, entries with any of them are shown.
    const results = all.length > 0 ? all : index.search(question, { combineWith: "OR" });
    return results.slice(0, mostFound).map((result) => {
      const { terms, ...entry } = foundSchema.parse(result);
      return { ...entrySchema.parse(entry), matched: terms };
    });
  };
}
