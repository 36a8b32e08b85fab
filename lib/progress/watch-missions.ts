import type { Lab } from "@/lib/lab/client/lab";
import type { LabEvent } from "@/lib/lab/schemas";
import { type Baseline, lessonProgress, withLesson, withMission } from "./progress.ts";
import { changeProgress, readProgress } from "./storage.ts";

/** The event that completes a mission, from the lesson's metadata (lib/lesson/meta.ts). */
type When = { name: string; code?: string | undefined; outcome?: string | undefined };

export type OpenMission = { id: string; when: When };

type Watched = Pick<Lab, "get" | "subscribe">;

/**
 * Marks a lesson's missions as done when the lab records their events.
 *
 * @param older whether this device had a lab before this page was opened: the lab's earlier events then do not count
 * @param onDone called once for each mission that is done
 * @returns a function that stops
 */
export function watchMissions(
  lab: Watched,
  { lesson, missions, older }: { lesson: string; missions: readonly OpenMission[]; older: boolean },
  onDone: (mission: string) => void,
): () => void {
  let baseline: Baseline | undefined;
  let seen = 0;

  function begin(labId: string, lastSeq: number) {
    const { replaced } = lab.get();
    const stored = lessonProgress(readProgress(), lesson).since;
    // A lab that replaced another while the page was open is younger than the page.
    const past = older && baseline === undefined && !replaced;
    const next = baselineOf(stored, { name: shortLabId(labId), lastSeq, older: past });
    changeProgress((progress) => withLesson(progress, lesson, { since: next }));
    baseline = next;
    seen = next.seq;
  }

  function look() {
    const { labId, log } = lab.get();
    if (labId === null || log.lastSeq === 0) return;
    if (baseline?.lab !== shortLabId(labId)) begin(labId, log.lastSeq);
    if (log.lastSeq <= seen) return;
    const fresh = log.events.filter((event) => event.seq > seen);
    seen = log.lastSeq;
    tick(fresh);
  }

  function tick(events: readonly LabEvent[]) {
    for (const { id, when } of missions) {
      if (!events.some((event) => happened(when, event))) continue;
      const before = readProgress();
      const after = changeProgress((progress) => withMission(progress, lesson, id));
      if (after !== before && !lessonProgress(before, lesson).missions.includes(id)) onDone(id);
    }
  }

  look();
  return lab.subscribe(look);
}

/** Whether an event completes a mission. */
function happened({ name, code, outcome }: When, event: LabEvent): boolean {
  return (
    event.name === name &&
    (code === undefined || event.code === code) &&
    (outcome === undefined || event.outcome === outcome)
  );
}

/** A lab's name in storage: long enough to distinguish labs, too short to open one. */
function shortLabId(labId: string): string {
  return labId.slice(0, 6);
}

/**
 * The event after which a lesson's missions count. Earlier events belong to another lesson.
 *
 * @param stored the lesson's stored baseline
 * @param lab the current lab, and whether it is older than this page
 */
function baselineOf(
  stored: Baseline | undefined,
  lab: { name: string; lastSeq: number; older: boolean },
): Baseline {
  if (stored?.lab === lab.name && stored.seq <= lab.lastSeq) return stored;
  return { lab: lab.name, seq: lab.older ? lab.lastSeq : 0 };
}
