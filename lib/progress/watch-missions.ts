import type { Lab } from "@/lib/lab/client/lab";
import type { LabEvent } from "@/lib/lab/schemas";
import { baselineOf, happened, labName, type When } from "./mission.ts";
import { type Baseline, lessonProgress, withLesson, withMission } from "./progress.ts";
import { changeProgress, readProgress } from "./storage.ts";

export type OpenMission = { id: string; when: When };

type Watched = Pick<Lab, "get" | "subscribe">;

/**
 * Ticks a lesson's missions as the lab's own events show that they happened.
 *
 * @param older whether this device had a lab before this page: its past is not this lesson's
 * @param onDone called for each mission that ticks, once
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
    // A lab that takes another's place while the page is open is younger than the page.
    const past = older && baseline === undefined && !replaced;
    const next = baselineOf(stored, { name: labName(labId), lastSeq, older: past });
    changeProgress((progress) => withLesson(progress, lesson, { since: next }));
    baseline = next;
    seen = next.seq;
  }

  function look() {
    const { labId, log } = lab.get();
    if (labId === null || log.lastSeq === 0) return;
    if (baseline?.lab !== labName(labId)) begin(labId, log.lastSeq);
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
