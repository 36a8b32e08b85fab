import type { EventPage, LabEvent } from "../schemas.ts";

/** As many events as the backend keeps. */
export const maxEvents = 500;

/** The lab's events in order, without a gap or a double. */
export type EventLog = {
  readonly events: readonly LabEvent[];
  /** The last one applied; 0 before the first. */
  readonly lastSeq: number;
  /** Older events were dropped, here or in the backend's ring. */
  readonly truncated: boolean;
};

export const emptyLog: EventLog = { events: [], lastSeq: 0, truncated: false };

/**
 * Applies events that follow on from the log. Doubles are skipped. At a missing number it stops and says so:
 * the caller fetches a page instead of guessing.
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

/** Applies a fetched page, which may begin later than the log ends: then what lies between is lost for good. */
export function appendPage(log: EventLog, page: EventPage): EventLog {
  const first = page.events[0];
  if (first === undefined) return log.lastSeq > page.lastSeq ? emptyLog : log;
  if (first.seq <= log.lastSeq + 1) return append(log, page.events).log;
  return append({ events: [], lastSeq: first.seq - 1, truncated: true }, page.events).log;
}

/** A reset ends every token, and its numbers begin again at 1: what was before it would be misread. */
function bounded(events: readonly LabEvent[], lastSeq: number, truncated: boolean): EventLog {
  const resetAt = events.findLastIndex((event) => event.name === "lab.reset");
  if (resetAt > 0) return bounded(events.slice(resetAt), lastSeq, false);
  if (events.length <= maxEvents) return { events, lastSeq, truncated };
  return { events: events.slice(-maxEvents), lastSeq, truncated: true };
}
