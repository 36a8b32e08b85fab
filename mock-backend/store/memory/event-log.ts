import { type EventDraft, MAX_EVENTS, MAX_TIMELINE_BYTES } from "../../domain/event.ts";
import { eventText } from "../../domain/event-text.ts";
import type { EventLog, EventPage } from "../event-log.ts";
import { Account } from "./account.ts";
import { FOLLOWER_BYTES, textBytes } from "./weights.ts";

type Follower = (news: "appended" | "closed") => void;

export class MemoryEventLog implements EventLog {
  #events: string[] = [];
  #eventBytes = 0;
  #lastSeq = 0;
  readonly #followers = new Set<Follower>();
  readonly #now: () => number;
  readonly #account: Account;

  /** @param now lab time, epoch milliseconds */
  constructor(now: () => number, account = new Account()) {
    this.#now = now;
    this.#account = account;
  }

  get followers() {
    return this.#followers.size;
  }

  /** Bytes of the events. */
  get eventBytes() {
    return this.#eventBytes;
  }

  append(draft: EventDraft): void {
    this.#lastSeq += 1;
    const text = eventText({
      seq: this.#lastSeq,
      at: this.#now(),
      ...draft,
      tokens: draft.tokens ?? [],
    });
    this.#events.push(text);
    this.#eventBytes += textBytes(text);
    while (this.#events.length > MAX_EVENTS || this.#eventBytes > MAX_TIMELINE_BYTES) this.#forgetOldest();
    this.#settle();
    for (const follower of this.#followers) follower("appended");
  }

  page(after: number, limit: number, maxBytes = Number.POSITIVE_INFINITY): EventPage {
    const firstSeq = this.#lastSeq - this.#events.length + 1;
    const start = Math.max(after + 1 - firstSeq, 0);
    let end = Math.min(start + limit, this.#events.length);
    if (maxBytes < this.#eventBytes) {
      let bytes = 0;
      for (let index = start; index < end; index += 1) {
        bytes += textBytes(this.#events[index] ?? "");
        if (bytes > maxBytes) end = Math.max(index, start + 1);
      }
    }
    return { events: this.#events.slice(start, end), firstSeq, lastSeq: this.#lastSeq };
  }

  clear(): void {
    this.#events = [];
    this.#eventBytes = 0;
    this.#settle();
  }

  /** Gives the older half away, where room is wanted. @returns false when there is no half to give */
  shorten(): boolean {
    const half = Math.floor(this.#events.length / 2);
    for (let count = 0; count < half; count += 1) this.#forgetOldest();
    this.#settle();
    return half > 0;
  }

  subscribe(follower: Follower): () => void {
    this.#followers.add(follower);
    this.#settle();
    return () => {
      this.#followers.delete(follower);
      this.#settle();
    };
  }

  close(): void {
    const followers = [...this.#followers];
    this.#followers.clear();
    this.#settle();
    for (const follower of followers) follower("closed");
  }

  #forgetOldest(): void {
    this.#eventBytes -= textBytes(this.#events.shift() ?? "");
  }

  #settle(): void {
    this.#account.set(this.#eventBytes + this.#followers.size * FOLLOWER_BYTES);
  }
}
