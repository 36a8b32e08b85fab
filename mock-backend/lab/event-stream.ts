import type { Context } from "hono";
import { stream } from "hono/streaming";
import type { EventLog } from "../store/event-log.ts";

export const HEARTBEAT_MS = 15_000;
const PAGE = 100;
/** Bytes. Two pages wait for a slow reader: one in the stream, one that is about to go in. */
const PAGE_BYTES = 16 * 1024;

/**
 * A lab's events as server-sent events (HTML Living Standard §9.2), from the event after `after` on. A slow reader holds
 * no queue, only its place in the ring, and learns of a gap when the ring has moved past it.
 *
 * @param after the last event that the reader has; `undefined` for all that are kept, however many were before
 * @param isAlive false ends the stream at the next heartbeat
 */
export function eventStream(
  context: Context,
  log: EventLog,
  { after, isAlive }: { after: number | undefined; isAlive: () => boolean },
): Response {
  let cursor = after ?? log.page(0, 0).firstSeq - 1;
  let closed = false;
  let wake = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Resolves with the next event, the heartbeat, or the end. */
  function news(): Promise<"woken" | "heartbeat"> {
    return new Promise((resolve) => {
      wake = () => resolve("woken");
      timer = setTimeout(() => resolve("heartbeat"), HEARTBEAT_MS);
    });
  }

  /** The events that the reader has not seen yet, as text; empty when there are none. */
  function unseen(): string {
    const { events, firstSeq, lastSeq } = log.page(cursor, PAGE, PAGE_BYTES);
    if (cursor + 1 < firstSeq || cursor > lastSeq) {
      cursor = firstSeq - 1;
      return `event: gap\ndata: ${JSON.stringify({ firstSeq })}\n\n${unseen()}`;
    }
    return events.map((event) => `id: ${++cursor}\nevent: lab\ndata: ${event}\n\n`).join("");
  }

  return stream(context, async (out) => {
    const { signal } = context.req.raw;
    // A forwarder aborts its request without cancelling the answer.
    const abort = () => out.abort();
    let unsubscribe = () => {};
    const stop = () => {
      closed = true;
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener("abort", abort);
      wake();
    };
    out.onAbort(stop);
    // A stream takes memory: beginning one can end a lab, and then the log closes before `subscribe` returns.
    unsubscribe = log.subscribe((event) => {
      if (event === "closed") stop();
      wake();
    });
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();

    // Something at once, so that headers leave and a reader knows that it is connected.
    await out.write("retry: 1000\n\n");
    while (!closed) {
      const text = unseen();
      if (text !== "") {
        await out.write(text);
        continue;
      }
      const what = await news();
      clearTimeout(timer);
      if (what === "woken" || closed) continue;
      if (isAlive()) await out.write(": still here\n\n");
      else stop();
    }
  });
}
