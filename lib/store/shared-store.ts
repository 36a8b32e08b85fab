import { LRUCache } from "lru-cache";
import { appMemory } from "./app-memory";

/** A store that all of an app's processes share, as one in Redis: here in memory. */
export interface SharedStore<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Changes one value in a single step: no other write comes between reading the value and writing it.
   *
   * @param change gets what is there, and returns what is to be there; `undefined` is nothing
   * @returns what is there afterwards
   */
  change(key: string, change: (known: Value | undefined) => Value | undefined): Promise<Value | undefined>;
  entries(): Promise<[key: string, value: Value][]>;
}

/** The entry that was not looked up for the longest goes first. */
const MAX_ENTRIES = 200;

/** @param name names the store: the same name gives the same store in every bundle */
export function sharedStore<Value extends object>(name: string): SharedStore<Value> {
  const own = appMemory(`store.${name}`, () => new LRUCache<string, Value>({ max: MAX_ENTRIES }));
  return {
    get: async (id) => own().get(id),
    set: async (id, value) => void own().set(id, value),
    delete: async (id) => void own().delete(id),
    async change(id, change) {
      const next = change(own().get(id));
      if (next === undefined) own().delete(id);
      else own().set(id, next);
      return next;
    },
    entries: async () => [...own().entries()],
  };
}
