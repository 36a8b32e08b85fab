/** Deeper than any header or claims set, and shallower than a recursive printer can print. */
const MAX_DEPTH = 64;

export type JsonProblem = "not-utf8" | "cut-off" | "not-json" | "not-object" | "too-deep";

export type JsonReading =
  | {
      value: Record<string, unknown>;
      /** Names that occur twice in one object. Parsers differ on which of the two counts (RFC 7519 §4). */
      duplicates: readonly string[];
      text: string;
    }
  | { value: null; problem: JsonProblem; text: string };

/** Reads bytes as the JSON object that a JWT's header and claims must be (RFC 7519 §7.2). Never throws. */
export function readJsonObject(bytes: Uint8Array): JsonReading {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (!isUtf8(bytes)) return { value: null, problem: "not-utf8", text };
  const { duplicates, depth } = scan(text);
  if (depth > MAX_DEPTH) return { value: null, problem: "too-deep", text };
  const value = parse(text);
  if (value === undefined) {
    const cut = text.startsWith("{") && !text.trimEnd().endsWith("}");
    return { value: null, problem: cut ? "cut-off" : "not-json", text };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { value: null, problem: "not-object", text };
  }
  return { value: Object.fromEntries(Object.entries(value)), duplicates, text };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Counts duplicate names, of which `JSON.parse` silently keeps the last, and measures how deep the text nests. */
function scan(text: string): { duplicates: string[]; depth: number } {
  const duplicates = new Set<string>();
  const open: (Set<string> | null)[] = [];
  let depth = 0;
  let before = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    if (token === "{") open.push(new Set());
    if (token === "[") open.push(null);
    if (token === "}" || token === "]") open.pop();
    if (token === ":" && before.startsWith('"')) {
      const name = parse(before);
      const names = open.at(-1);
      if (typeof name === "string" && names?.has(name)) duplicates.add(name);
      if (typeof name === "string") names?.add(name);
    }
    depth = Math.max(depth, open.length);
    before = token;
  }
  return { duplicates: [...duplicates], depth };
}
