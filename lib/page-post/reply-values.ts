import { parseJson } from "@/lib/http/parse-json";

/** Deeper than any argument of this site's actions, and well before React's recursive decoder runs out of stack. */
const DEEPEST = 32;

/**
 * React's encodings of a value that is complete by itself, or of a form that is part of the body (React 19,
 * `parseModelString`). Any other string with a dollar sign refers to another part of the body or to a function. None
 * of this site's actions takes one, and React throws when the part is missing.
 */
const WHOLE = /^\$(\$|undefined$|NaN$|Infinity$|-Infinity$|-0$|D|n-?\d{1,300}$|K[0-9a-f]{1,8}$)/;

/**
 * Whether a text is what React's client writes for an action's arguments: a JSON array whose strings refer to nothing
 * outside of it. The action judges the arguments themselves.
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
