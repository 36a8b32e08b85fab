import MiniSearch from "minisearch";
import * as z from "zod/mini";
import { type Entry, entrySchema } from "./entry.ts";
import { indexOptions } from "./options.ts";

export type Found = Entry & {
  /** The words of the entry that the question met, in lower case. */
  matched: readonly string[];
};
export type Finder = (question: string) => Found[];

export const INDEX_FILE = "/search.json";
const mostFound = 20;

const foundSchema = z.intersection(entrySchema, z.object({ terms: z.array(z.string()) }));

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
