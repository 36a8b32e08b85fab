import { distance } from "fastest-levenshtein";

/** The word closest to the one asked for; `undefined` when more than half of every word's letters would change. */
export function nearest(asked: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((word) => ({ word, edits: distance(asked.toLowerCase(), word) }))
    .filter(({ word, edits }) => edits <= word.length / 2)
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.word;
}
