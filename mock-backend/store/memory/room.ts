import type { LRUCache } from "lru-cache";
import type { MemoryLab } from "./lab.ts";

type Labs = LRUCache<string, MemoryLab>;

/** Labs that nobody would miss, the least recently used first. @param spared one that is none of them, whatever it is */
export function unusedLabs(labs: Labs, spared?: MemoryLab): MemoryLab[] {
  // One that has idled out counts until it is looked for, and goes for its own reason.
  labs.purgeStale();
  return [...labs.rvalues()].flatMap((lab) => (lab && lab !== spared && !lab.inUse ? [lab] : []));
}

/** Drops labs, one after the other, until there is room. */
export function dropUntil(labs: Labs, dropped: readonly MemoryLab[], hasRoom: () => boolean): void {
  for (const { id } of dropped) {
    if (hasRoom()) return;
    labs.delete(id);
  }
}

/** Bytes that making room for a new lab leaves to every timeline: some eighty ordinary events. */
const LEAST_TIMELINE_BYTES = 64 * 1024;

/** Drops the older halves of long timelines, the heaviest lab's first, until there is room or no timeline is long. */
export function shortenLong(labs: Labs, hasRoom: () => boolean): void {
  const isLong = ({ events }: MemoryLab) => events.eventBytes > LEAST_TIMELINE_BYTES;
  for (let long = [...labs.values()].filter(isLong); long.length > 0; long = long.filter(isLong)) {
    for (const lab of long.sort((one, other) => other.bytes - one.bytes)) {
      if (hasRoom()) return;
      lab.events.shorten();
    }
  }
}

/**
 * Shrinks labs that are all in use: the heaviest lab loses the older half of its timeline. A heaviest lab whose timeline is
 * short already is dropped.
 */
export function shortenHeaviest(labs: Labs, hasRoom: () => boolean): void {
  while (!hasRoom()) {
    const heaviestFirst = [...labs.values()].sort((one, other) => other.bytes - one.bytes);
    const most = heaviestFirst[0]?.bytes;
    if (most === undefined) return;
    for (const lab of heaviestFirst) {
      // Those that take less than half of the most have less to give than the heaviest will have in the next round.
      if (hasRoom() || lab.bytes < most / 2) break;
      if (!lab.events.shorten()) labs.delete(lab.id);
    }
  }
}
