import { type EventDraft, type LabEvent, MAX_EVENTS } from "../../domain/event.ts";
import type { EventLog, EventPage } from "../event-log.ts";

type Follower = (news: "appended" | "closed") => void;

export class MemoryEventLog implements EventLog {
  #events: LabEvent[] = [];
  #lastSeq = 0;
  readonly #followers = new Set<Follower>();
  readonly #now: () => number;

  /** @param now lab time, epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  get followers() {
    return this.#followers.size;
  }

  append(draft: EventDraft): LabEvent {
    this.#lastSeq += 1;
    const event: LabEvent = { seq: this.#lastSeq, at: this.#now(), ...draft, tokens: draft.tokens ?? [] };
    this.#events.push(event);
    if (this.#events.length > MAX_EVENTS) this.#events.shift();
    for (const follower of this.#followers) follower("appended");
    return event;
  }

  page(after: number, limit: number): EventPage {
    const firstSeq = this.#lastSeq - this.#events.length + 1;
    const start = Math.max(after + 1 - firstSeq, 0);
    return { events: this.#events.slice(start, start + limit), firstSeq, lastSeq: this.#lastSeq };
  }

  clear(): void {
    this.#events = [];
  }

  subscribe(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => {
      this.#followers.delete(follower);
    };
  }

  close(): void {
    const followers = [...this.#followers];
    this.#followers.clear();
    for (const follower of followers) follower("closed");
  }
}
