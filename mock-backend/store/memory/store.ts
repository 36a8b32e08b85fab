import { LRUCache } from "lru-cache";
import { type SeedHashes, seedNotes, seedUsers } from "../../domain/seed.ts";
import type { GoneReason, Store } from "../store.ts";
import { NoRoom } from "../store.ts";
import { MemoryLab } from "./lab.ts";
import { dropUntil, shortenHeaviest, shortenLong, unusedLabs } from "./room.ts";

const MAX_LABS = 10_000;
const MAX_BYTES = 256 * 1024 * 1024;
/** Of the bytes, the part that is for newcomers: in the rest, labs that are here already grow. */
const FOR_NEWCOMERS = 7 / 8;
/** How far below the bound is made room, so that room is not looked for again at once. */
const LOW_WATER = 63 / 64;
export const LAB_IDLE_MS = 2 * 60 * 60 * 1000;
const SWEEP_EVERY_MS = 60_000;
/** Labs whose end is remembered. */
const MAX_GONE = 10_000;

/**
 * Labs in memory, bounded in number and in bytes. Idle labs are dropped after two hours. A new lab displaces labs that are
 * not in use, the least recently used first, and never a lab in use. When labs in use grow beyond the bound, the heaviest
 * shrink.
 *
 * @param realNow epoch ms
 * @param maxBytes of all labs together
 */
export function createMemoryStore({
  hashes,
  realNow = Date.now,
  maxLabs = MAX_LABS,
  maxBytes = MAX_BYTES,
}: {
  hashes: SeedHashes;
  realNow?: () => number;
  maxLabs?: number;
  maxBytes?: number | undefined;
}): Store {
  const seed = { users: seedUsers(hashes), notes: seedNotes() };
  const gone = new LRUCache<string, GoneReason>({ max: MAX_GONE });
  const labs = new LRUCache<string, MemoryLab>({
    max: maxLabs,
    ttl: LAB_IDLE_MS,
    ttlResolution: 0,
    updateAgeOnGet: true,
    perf: { now: realNow },
    dispose: (lab, id, reason) => {
      lab.account.leave();
      lab.events.close();
      gone.set(id, reason === "expire" ? "idle" : "made_room");
    },
  });
  let bytes = 0;
  let sweptAt = realNow();

  function count(lab: MemoryLab, change: number): void {
    bytes += change;
    if (change <= 0 || bytes <= maxBytes) return;
    const hasRoom = () => bytes <= maxBytes * LOW_WATER;
    dropUntil(labs, unusedLabs(labs, lab), hasRoom);
    shortenHeaviest(labs, hasRoom);
  }

  /**
   * Drops labs that are not in use. Where dropping all of them is not enough, long timelines get shorter as well.
   *
   * @throws NoRoom, and drops nothing, when shorter timelines are not enough either
   */
  function makeRoom(newcomer: MemoryLab): void {
    const fits = (kept: number, keptBytes: number) =>
      kept < maxLabs && keptBytes + newcomer.bytes <= maxBytes * FOR_NEWCOMERS;
    const hasRoom = () => fits(labs.size, bytes);
    if (hasRoom()) return;
    const unused = unusedLabs(labs);
    const couldFit = () => {
      const free = unused.reduce((sum, lab) => sum + lab.bytes, 0);
      return fits(labs.size - unused.length, bytes - free);
    };
    if (labs.size - unused.length < maxLabs) shortenLong(labs, couldFit);
    if (!couldFit()) throw new NoRoom();
    dropUntil(labs, unused, hasRoom);
  }

  return {
    async create(id) {
      // The cache notices an idle lab only when it is asked for it; making a lab is when room is wanted.
      if (realNow() - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = realNow();
        labs.purgeStale();
      }
      const lab = new MemoryLab(id, seed, realNow);
      makeRoom(lab);
      labs.set(id, lab);
      lab.account.join((change) => count(lab, change));
      gone.delete(id);
      return lab;
    },
    async find(id) {
      return labs.get(id);
    },
    has: (id) => labs.has(id),
    whyGone: (id) => gone.get(id) ?? "unknown",
    get size() {
      return labs.size;
    },
    get bytes() {
      return bytes;
    },
  };
}
