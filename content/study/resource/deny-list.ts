import { LRUCache } from "lru-cache";

/** Lists of labs, and entries in each: the oldest go first. */
const LABS = 1_000;
const ENTRIES = 200;

// One list for the whole process: Next may compile this file once for each route.
const key = Symbol.for("silent-refresh.deny-list");
type Holder = { [key]?: LRUCache<string, LRUCache<string, true>> };
const holder = globalThis as Holder;
holder[key] ??= new LRUCache({ max: LABS });
const lists = holder[key];

/** Remembers a revoked token, by whatever the verifier in use knows it. */
export function deny(lab: string, entry: string): void {
  const list = lists.get(lab) ?? new LRUCache<string, true>({ max: ENTRIES });
  list.set(entry, true);
  lists.set(lab, list);
}

export function isDenied(lab: string, entry: string): boolean {
  return lists.get(lab)?.has(entry) ?? false;
}
