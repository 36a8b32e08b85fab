import type { EventDraft } from "../domain/event.ts";

export interface EventPage {
  /** Each one event as JSON text, the oldest first, numbered without gaps. */
  readonly events: readonly string[];
  /** The oldest event still kept; one more than `lastSeq` when none is. */
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/**
 * A lab's bounded timeline: the oldest events go first, when there are too many or when they are too many bytes.
 * Synchronous: a shared store would append here and publish beside it.
 */
export interface EventLog {
  /** Numbers the event, stamps it with the lab's time, keeps it as one text of bounded bytes, and wakes the followers. */
  append(draft: EventDraft): void;
  /** Up to `limit` events with a higher number than `after`, and no more than so many bytes, but always one. */
  page(after: number, limit: number, maxBytes?: number): EventPage;
  /** Forgets the events, not the numbering. */
  clear(): void;
  /** Calls back after each append, and once with `closed` when the lab goes. @returns how to stop */
  subscribe(follower: (news: "appended" | "closed") => void): () => void;
  /** Ends every subscription: the lab is gone. */
  close(): void;
  readonly followers: number;
}
