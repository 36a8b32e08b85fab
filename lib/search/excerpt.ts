export type Part = { text: string; matched: boolean };

/** The length of an excerpt, and of its part before the first matching word. */
const shownCharacters = 140;
const leadCharacters = 40;

/** Splits a text into parts and marks those that match. */
export function marked(text: string, matched: readonly string[]): Part[] {
  if (matched.length === 0) return [{ text, matched: false }];
  const words = [...matched].sort((a, b) => b.length - a.length).map(escaped);
  const parts = text.split(new RegExp(`(${words.join("|")})`, "giu"));
  return parts.map((part, at) => ({ text: part, matched: at % 2 === 1 })).filter((part) => part.text !== "");
}

/** The part of a text around the first matching word, cut between words; the beginning when no word matches. */
export function excerpt(text: string, matched: readonly string[]): string {
  const at = matched
    .map((word) => text.toLowerCase().indexOf(word))
    .filter((each) => each >= 0)
    .sort((a, b) => a - b)[0];
  const from = at === undefined || at <= leadCharacters ? 0 : text.indexOf(" ", at - leadCharacters) + 1;
  const cut = text.slice(from, from + shownCharacters);
  const whole = from + shownCharacters >= text.length;
  const end = whole ? cut : cut.slice(0, Math.max(cut.lastIndexOf(" "), 0) || undefined);
  return `${from > 0 ? "… " : ""}${end}${whole ? "" : " …"}`;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
