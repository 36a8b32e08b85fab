import type { EventDraft, LabEvent } from "../domain/event.ts";

export interface EventPage {
  readonly events: readonly LabEvent[];
  /** The oldest event still kept; one more than `lastSeq` when none is. */
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** A lab's bounded ring of events. Synchronous: a shared store would append here and publish beside it. */
export interface EventLog {
  /** Numbers the event, stamps it with the lab's time, keeps it, and wakes those who follow. */
  append(draft: EventDraft): LabEvent;
  /** Up to `limit` events with a higher number than `after`. */
  page(after: number, limit: number): EventPage;
  /** Forgets the events, not the numbering. */
  clear(): void;
  /** Calls back after each append, and once with `closed` when the lab goes. @returns how to stop */
  subscribe(follower: (news: "appended" | "closed") => void): () => void;
  /** Ends every subscription: the lab is gone. */
  close(): void;
  readonly followers: number;
}
