import type { LabEvent } from "@/lib/lab/schemas";
import type { Baseline } from "./progress.ts";

/** What must happen in the lab, as a lesson's metadata says it (lib/lesson/meta.ts). */
export type When = { name: string; code?: string | undefined; outcome?: string | undefined };

/** Whether an event is what a mission waits for. */
export function happened({ name, code, outcome }: When, event: LabEvent): boolean {
  return (
    event.name === name &&
    (code === undefined || event.code === code) &&
    (outcome === undefined || event.outcome === outcome)
  );
}

/** What a lab is called in storage: enough to tell two apart, too little to open one. */
export function labName(labId: string): string {
  return labId.slice(0, 6);
}

/**
 * From which event on a lesson's missions count: what happened before the lesson was opened is another lesson's.
 *
 * @param stored where this lesson began to count before
 * @param lab the present lab, and whether it is older than this page
 */
export function baselineOf(
  stored: Baseline | undefined,
  lab: { name: string; lastSeq: number; older: boolean },
): Baseline {
  if (stored?.lab === lab.name && stored.seq <= lab.lastSeq) return stored;
  return { lab: lab.name, seq: lab.older ? lab.lastSeq : 0 };
}
