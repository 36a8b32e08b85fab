import { parseJson } from "@/lib/http/parse-json";

/** Deeper than any argument of this site's actions, and long before React's decoder, which recurses, runs out of stack. */
const DEEPEST = 32;

/**
 * React's marks that stand for a value by themselves, or for a form that comes along (React 19, `parseModelString`). What
 * begins with a dollar sign otherwise points to another part of the body, or to a function: none of the site's own
 * actions takes one, and React throws where the part is missing.
 */
const WHOLE = /^\$(\$|undefined$|NaN$|Infinity$|-Infinity$|-0$|D|n-?\d{1,300}$|K[0-9a-f]{1,8}$)/;

/**
 * Whether a text is what React's client writes for the arguments of an action: a JSON array, whose strings need nothing
 * that is not in it. What the arguments are is for the action to say.
 */
export function isReply(text: string): boolean {
  const root = parseJson(text);
  return Array.isArray(root) && isWhole(root, 0);
}

function isWhole(value: unknown, depth: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || WHOLE.test(value);
  if (typeof value !== "object" || value === null) return true;
  return depth < DEEPEST && Object.values(value).every((inner) => isWhole(inner, depth + 1));
}
