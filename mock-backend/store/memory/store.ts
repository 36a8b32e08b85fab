import { LRUCache } from "lru-cache";
import type { SeedHashes } from "../../domain/seed.ts";
import type { Store } from "../store.ts";
import { MemoryLab } from "./lab.ts";

const MAX_LABS = 10_000;
export const LAB_IDLE_MS = 2 * 60 * 60 * 1000;
const SWEEP_EVERY_MS = 60_000;

/**
 * Labs in memory: idle ones go after two hours, the least recently used go first when there are too many.
 *
 * @param realNow epoch ms
 * @param makeLab seeds a lab and makes its first key, which takes a moment
 */
export function createMemoryStore({
  hashes,
  realNow = Date.now,
  maxLabs = MAX_LABS,
  makeLab = (id) => MemoryLab.create(id, hashes, realNow),
}: {
  hashes: SeedHashes;
  realNow?: () => number;
  maxLabs?: number;
  makeLab?: (id: string) => Promise<MemoryLab>;
}): Store {
  const labs = new LRUCache<string, MemoryLab>({
    max: maxLabs,
    ttl: LAB_IDLE_MS,
    ttlResolution: 0,
    updateAgeOnGet: true,
    perf: { now: realNow },
    dispose: (lab) => lab.events.close(),
  });
  let sweptAt = realNow();

  return {
    async create(id) {
      // The cache notices an idle lab only when it is asked for it; making a lab is when room is wanted.
      if (realNow() - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = realNow();
        labs.purgeStale();
      }
      const lab = await makeLab(id);
      labs.set(id, lab);
      return lab;
    },
    async find(id) {
      return labs.get(id);
    },
    has: (id) => labs.has(id),
    get size() {
      return labs.size;
    },
  };
}
