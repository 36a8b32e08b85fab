import { LRUCache } from "lru-cache";
import { currentLab } from "@/lib/lab/context";

/** A store that all of an app's processes share, as one in Redis: here in memory, and one for each lab. */
export interface SharedStore<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Changes one value in a single step: nobody's write comes between its reading and its writing.
   *
   * @param change gets what is there, and returns what is to be there; `undefined` is nothing
   * @returns what is there afterwards
   */
  change(
    key: string,
    change: (known: Value | undefined) => Value | undefined,
  ): Promise<Value | undefined>;
  entries(): Promise<[key: string, value: Value][]>;
}

const MAX_LABS = 2_000;
/** In one lab: whoever was not looked up for the longest goes first. */
const MAX_ENTRIES = 200;

type Labs = LRUCache<string, LRUCache<string, object>>;

// Next bundles pages, Route Handlers and the proxy apart: a variable of this module would exist once in each.
const holder = globalThis as { [key: symbol]: Labs | undefined };

/** @param name which store: the same name is the same store, wherever it is asked for */
export function sharedStore<Value extends object>(name: string): SharedStore<Value> {
  const key = Symbol.for(`silent-refresh.store.${name}`);
  holder[key] ??= new LRUCache({ max: MAX_LABS });
  const labs = holder[key] as unknown as LRUCache<string, LRUCache<string, Value>>;
  const own = () => {
    const lab = currentLab()?.id ?? "";
    const known = labs.get(lab) ?? new LRUCache<string, Value>({ max: MAX_ENTRIES });
    labs.set(lab, known);
    return known;
  };
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
