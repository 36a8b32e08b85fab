import { clip } from "./recorded.ts";

const MAX_DEPTH = 8;

/** An app's `detail`, with every text cut to what the ring keeps. */
export function clipDetail(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return clip(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return "… (cut)";
  if (Array.isArray(value)) return value.map((item) => clipDetail(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clipDetail(item, depth + 1)]));
}
