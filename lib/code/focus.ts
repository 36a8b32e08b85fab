/**
 * The lines of a shown text to highlight.
 * - `"3-5"`, `"2,4-6"`: line numbers, counted from 1 in the text that is shown
 * - `"#copied onto the session"`: every line that contains the words after `#`
 *
 * @throws Error when a range is malformed, is outside the text, or the words occur nowhere
 */
export function focusedLines(focus: string | undefined, text: string): ReadonlySet<number> {
  const focused = new Set<number>();
  if (focus === undefined) return focused;
  const lines = text.split("\n");

  if (focus.startsWith("#")) {
    const words = focus.slice(1).trim();
    lines.forEach((line, at) => {
      if (words !== "" && line.includes(words)) focused.add(at + 1);
    });
    if (focused.size === 0) throw new Error(`focus: no shown line contains "${words}"`);
    return focused;
  }

  for (const part of focus.split(",")) {
    const match = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (!match || first < 1 || last < first || last > lines.length) {
      throw new Error(`focus: "${part}" is no range within the ${lines.length} lines shown`);
    }
    for (let line = first; line <= last; line++) focused.add(line);
  }
  return focused;
}
