import { parseJson } from "../../http/parse-json.ts";
import { gapSchema, type LabEvent, labEventSchema } from "../schemas.ts";

/** The part of an `EventSource` that is used here, so that a test can bring its own. */
export type EventStream = {
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
};
export type OpenStream = (url: string) => EventStream;

type Handlers = {
  /** Events as they came, in small batches. */
  onEvents(events: LabEvent[]): void;
  /** What was asked for is no longer in the backend's ring. */
  onGap(): void;
  onOpen(): void;
  /** The stream is over; it has been closed. */
  onLost(): void;
};

/** One frame: a burst of arrows becomes one change on the page. */
const batchMs = 16;

/**
 * Opens the lab's server-sent events after `lastSeq`. Reconnecting is left to the caller, which knows what it has.
 *
 * @returns a function that closes the stream and drops what has not been handed over
 */
export function openEvents(openStream: OpenStream, lastSeq: number, handlers: Handlers): () => void {
  const stream = openStream(`/mock-backend/lab/events?after=${lastSeq}`);
  let batch: LabEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    const events = batch;
    batch = [];
    handlers.onEvents(events);
  };
  const close = () => {
    clearTimeout(timer);
    stream.close();
  };

  stream.addEventListener("open", () => handlers.onOpen());
  stream.addEventListener("lab", (message) => {
    const parsed = labEventSchema.safeParse(dataOf(message));
    if (!parsed.success) {
      // Not skipped: the number that is missing makes the caller fetch the page, which reports what is wrong.
      handlers.onGap();
      return;
    }
    batch.push(parsed.data);
    timer ??= setTimeout(flush, batchMs);
  });
  stream.addEventListener("gap", (message) => {
    if (gapSchema.safeParse(dataOf(message)).success) handlers.onGap();
  });
  stream.addEventListener("error", () => {
    if (timer !== undefined) flush();
    close();
    handlers.onLost();
  });
  return close;
}

function dataOf(message: Event): unknown {
  return message instanceof MessageEvent ? parseJson(String(message.data)) : undefined;
}
