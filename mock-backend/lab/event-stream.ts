import type { EventLog } from "../store/event-log.ts";

export const HEARTBEAT_MS = 15_000;
const PAGE = 100;
/** Of what a reader takes no further, one page waits. */
const PAGE_BYTES = 32 * 1024;

/**
 * A lab's events as server-sent events (HTML Living Standard §9.2), from the one after `after` on. It is pulled: a slow
 * reader holds no queue, only its place in the ring, and learns of a gap when the ring has moved past it.
 *
 * @param after the last event that the reader has; `undefined` for all that are kept, however many were before
 * @param signal ends the stream: a forwarder aborts without cancelling
 */
export function eventStream(
  log: EventLog,
  { after, signal, isAlive }: { after: number | undefined; signal: AbortSignal; isAlive: () => boolean },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor = after ?? log.page(0, 0).firstSeq - 1;
  let closed = false;
  let wake = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  // A stream takes memory: beginning one can be what ends a lab, and then the news comes before this returns.
  let unsubscribe = () => {};
  unsubscribe = log.subscribe((news) => {
    if (news === "closed") stop();
    wake();
  });
  signal.addEventListener("abort", stop, { once: true });

  function stop(): void {
    closed = true;
    clearTimeout(timer);
    unsubscribe();
    signal.removeEventListener("abort", stop);
    wake();
  }

  /** Resolves with the next event, the heartbeat, or the end. */
  function news(): Promise<"woken" | "heartbeat"> {
    return new Promise((resolve) => {
      wake = () => resolve("woken");
      timer = setTimeout(() => resolve("heartbeat"), HEARTBEAT_MS);
    }).finally(() => {
      clearTimeout(timer);
      wake = () => {};
    }) as Promise<"woken" | "heartbeat">;
  }

  /** What the reader has not seen yet, as text; empty when there is nothing. */
  function unseen(): string {
    const { events, firstSeq, lastSeq } = log.page(cursor, PAGE, PAGE_BYTES);
    let text = "";
    if (cursor + 1 < firstSeq || cursor > lastSeq) {
      text = `event: gap\ndata: ${JSON.stringify({ firstSeq })}\n\n`;
      cursor = firstSeq - 1;
      return text + unseen();
    }
    for (const event of events) {
      cursor += 1;
      text += `id: ${cursor}\nevent: lab\ndata: ${event}\n\n`;
    }
    return text;
  }

  if (signal.aborted) stop();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Something at once, so that headers leave and a reader knows that it is connected.
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
    },
    async pull(controller) {
      while (!closed) {
        const text = unseen();
        if (text !== "") return controller.enqueue(encoder.encode(text));
        if ((await news()) === "heartbeat" && !closed) {
          if (isAlive()) return controller.enqueue(encoder.encode(": still here\n\n"));
          stop();
        }
      }
      controller.close();
    },
    cancel: stop,
  });
}
