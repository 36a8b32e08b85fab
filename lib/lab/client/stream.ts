import { parseJson } from "../../http/parse-json.ts";
import { gapSchema, type LabEvent, labEventSchema } from "../schemas.ts";

/** The part of `EventSource` that is used here, so that a test can pass a double. */
export type EventStream = {
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
};
export type OpenStream = (url: string) => EventStream;

type Handlers = {
  /** Called with events in the order of their arrival, in small batches. */
  onEvents(events: LabEvent[]): void;
  /** Called when the backend's ring no longer holds the requested events. */
  onGap(): void;
  onOpen(): void;
  /** Called when the stream has ended and has been closed. */
  onLost(): void;
};

/** One animation frame: a burst of events becomes one change of the page. */
const batchMs = 16;

/**
 * Opens the lab's server-sent events after `lastSeq`. The caller reconnects, because it knows which events it has.
 *
 * @returns a function that closes the stream and drops events that have not been delivered
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
      // A malformed event is not skipped: the missing number makes the caller fetch the page, which reports what is
      // wrong.
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
