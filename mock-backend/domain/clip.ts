/** Characters of one text inside `detail`. */
export const MAX_DETAIL_TEXT = 4096;

const MAX_DEPTH = 8;
const CUT = "… (cut)";

/** Cuts a text that is too long for the timeline. @param length in characters */
export function clip(text: string, length = MAX_DETAIL_TEXT): string {
  return text.length <= length ? text : `${text.slice(0, length)}${CUT}`;
}

/** A `detail` with each of its texts cut to so many characters, and without what is nested more than eight levels deep. */
export function clipDetail(
  detail: Readonly<Record<string, unknown>>,
  length = MAX_DETAIL_TEXT,
): Record<string, unknown> {
  const within = (value: unknown, depth: number): unknown => {
    if (typeof value === "string") return clip(value, length);
    if (typeof value !== "object" || value === null) return value;
    if (depth >= MAX_DEPTH) return CUT;
    if (Array.isArray(value)) return value.map((item) => within(item, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, within(item, depth + 1)]));
  };
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, within(value, 0)]));
}
