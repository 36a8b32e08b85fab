import { LRUCache } from "lru-cache";
import { currentLab } from "@/lib/lab/server/context";
import { processWide } from "@/lib/server/process-wide";

/** As many as the backend keeps labs: a lab's sign-ins are never forgotten before the lab. */
const MAX_LABS = 10_000;
/** The backend forgets a lab that was not used for so long, and with the lab its sign-ins. */
const IDLE_MS = 2 * 60 * 60 * 1000;

/**
 * Something that the whole app has once and keeps in memory, whichever bundle asks. In this site each lab is an app of
 * its own: one visitor's sign-ins never push out another's. Outside this site it is a property of `globalThis`.
 *
 * @param name names the memory: the same name gives the same memory in every bundle
 * @param make makes the value at the first use
 */
export function appMemory<Value extends object>(name: string, make: () => Value): () => Value {
  const labs = processWide(
    `memory.${name}`,
    () =>
      new LRUCache<string, Value>({
        max: MAX_LABS,
        ttl: IDLE_MS,
        ttlAutopurge: true,
        perf: { now: () => Date.now() },
      }),
  );
  return () => {
    const lab = currentLab()?.id ?? "";
    const known = labs.get(lab) ?? make();
    labs.set(lab, known);
    return known;
  };
}
