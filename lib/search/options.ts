import type { Options } from "minisearch";
import type { Entry } from "./entry.ts";

/** One set of options for who writes the index and who reads it: minisearch wants the same on both sides. */
export const indexOptions: Options<Entry> = {
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
