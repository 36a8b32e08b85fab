/** A check of a lesson, by the lesson's slug and the check's id. A test holds every one of them against its lesson. */
export type Proof = { lesson: string; check: string };

export type Line = {
  id: string;
  /** What must be true. */
  text: string;
  /** Where a lesson explains it. */
  section: { lesson: string; id: string };
  proof: Proof;
  /** The list can try it on the reader's own lab (live/probes.ts). */
  live?: boolean;
};

export type Group = { id: string; title: string; lines: readonly Line[] };
