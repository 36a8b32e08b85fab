import MiniSearch, { type Options } from "minisearch";
import * as z from "zod/mini";
import { type Entry, entrySchema } from "./entry.ts";

export type Found = Entry & {
  /** The words of the entry that the question met, in lower case. */
  matched: readonly string[];
};
export type Finder = (question: string) => Found[];

export const INDEX_FILE = "/search.json";
const mostFound = 20;

const foundSchema = z.intersection(entrySchema, z.object({ terms: z.array(z.string()) }));

/** One set of options for who writes the index and who reads it: minisearch wants the same on both sides. */
const indexOptions: Options<Entry> = {
  fields: ["title", "where", "text"],
  storeFields: ["id", "kind", "title", "where", "href", "text"],
  searchOptions: {
    prefix: true,
    // A typing error in a long word; a short one would turn into another word.
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: "AND",
    boost: { title: 4 },
    // A word of many sections is a lesson's, or a term's, first.
    boostDocument: (_id, _term, stored) => (stored?.kind === "lesson" || stored?.kind === "term" ? 2 : 1),
  },
};

/** The index as a file: whoever opens the search reads it as it stands. */
export function indexFile(entries: readonly Entry[]): string {
  const index = new MiniSearch<Entry>(indexOptions);
  index.addAll(entries);
  return JSON.stringify(index);
}

/**
 * Reads an index file.
 *
 * @throws Error when the text is none
 */
export function readIndex(text: string): Finder {
  const index = MiniSearch.loadJSON<Entry>(text, indexOptions);
  return (question) => {
    const all = index.search(question);
    // Nothing has all the words: what has any of them is still worth a look.
    const results = all.length > 0 ? all : index.search(question, { combineWith: "OR" });
    return results.slice(0, mostFound).map((result) => {
      const { terms, ...entry } = foundSchema.parse(result);
      return { ...entrySchema.parse(entry), matched: terms };
    });
  };
}
