import { LRUCache } from "lru-cache";
import { appMemory } from "@/lib/store/app-memory";

/** The oldest go first. */
const MAX_ENTRIES = 200;

const list = appMemory("deny-list", () => new LRUCache<string, true>({ max: MAX_ENTRIES }));

/** Remembers a revoked token, by whatever the verifier in use knows it. */
export function deny(entry: string): void {
  list().set(entry, true);
}

export function isDenied(entry: string): boolean {
  return list().has(entry);
}
