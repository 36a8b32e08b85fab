import { shutdownSignal } from "./shutdown";

/** Until another process listens, a browser that asks at once would be refused. */
const RECONNECT_MS = 3_000;

/**
 * An event stream that ends with the process: its last line tells the reader when to connect again (HTML Living Standard
 * §9.2.6, `retry`).
 */
export function endedByShutdown(
  events: ReadableStream<Uint8Array>,
  shutdown: AbortSignal = shutdownSignal(),
): ReadableStream<Uint8Array> {
  const reader = events.getReader();
  let over = false;
  let end = () => {};
  const finish = () => {
    over = true;
    shutdown.removeEventListener("abort", end);
  };
  return new ReadableStream({
    start(controller) {
      end = () => {
        finish();
        controller.enqueue(new TextEncoder().encode(`retry: ${RECONNECT_MS}\n\n`));
        controller.close();
        reader.cancel().catch(() => {});
      };
      if (shutdown.aborted) end();
      else shutdown.addEventListener("abort", end, { once: true });
    },
    async pull(controller) {
      const next = await reader.read();
      if (over) return;
      if (!next.done) return controller.enqueue(next.value);
      finish();
      controller.close();
    },
    cancel(reason) {
      finish();
      return reader.cancel(reason);
    },
  });
}
