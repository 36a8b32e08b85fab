import type { EventPage, LabEvent } from "../schemas.ts";

/** The number of events that the backend keeps. */
export const maxEvents = 500;

/** The lab's events in order, without gaps or duplicates. */
export type EventLog = {
  readonly events: readonly LabEvent[];
  /** The sequence number of the last event; 0 before the first. */
  readonly lastSeq: number;
  /** Whether older events were dropped, here or in the backend's ring. */
  readonly truncated: boolean;
};

export const emptyLog: EventLog = { events: [], lastSeq: 0, truncated: false };

/**
 * Appends events to the log and skips duplicates. It stops at a missing number and reports it, so that the caller
 * fetches a page.
 */
export function append(log: EventLog, incoming: readonly LabEvent[]): { log: EventLog; missing: boolean } {
  const fresh: LabEvent[] = [];
  let { lastSeq } = log;
  let missing = false;
  for (const event of incoming) {
    if (event.seq <= lastSeq) continue;
    if (event.seq !== lastSeq + 1) {
      missing = true;
      break;
    }
    fresh.push(event);
    lastSeq = event.seq;
  }
  if (fresh.length === 0) return { log, missing };
  return { log: bounded([...log.events, ...fresh], lastSeq, log.truncated), missing };
}

/** Appends a fetched page. A page can begin later than the log ends; the events between are lost. */
export function appendPage(log: EventLog, page: EventPage): EventLog {
  const first = page.events[0];
  if (first === undefined) return log.lastSeq > page.lastSeq ? emptyLog : log;
  if (first.seq <= log.lastSeq + 1) return append(log, page.events).log;
  return append({ events: [], lastSeq: first.seq - 1, truncated: true }, page.events).log;
}

/** Keeps the newest events, and none from before a reset, after which tokens are numbered from 1 again. */
function bounded(events: readonly LabEvent[], lastSeq: number, truncated: boolean): EventLog {
  const resetAt = events.findLastIndex((event) => event.name === "lab.reset");
  if (resetAt > 0) return bounded(events.slice(resetAt), lastSeq, false);
  if (events.length <= maxEvents) return { events, lastSeq, truncated };
  return { events: events.slice(-maxEvents), lastSeq, truncated: true };
}
