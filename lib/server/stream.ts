import { passStream } from "@/lib/http/passed-stream";
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
  const { stream, end } = passStream(events, () => shutdown.removeEventListener("abort", sayGoodbye));
  function sayGoodbye(): void {
    end(new TextEncoder().encode(`retry: ${RECONNECT_MS}\n\n`));
  }
  if (shutdown.aborted) sayGoodbye();
  else shutdown.addEventListener("abort", sayGoodbye, { once: true });
  return stream;
}
