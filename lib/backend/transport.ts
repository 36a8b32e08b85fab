import { processWide } from "@/lib/server/process-wide";

/** Sends a request to wherever its address leads, as `fetch` does. */
export type Transport = (url: URL, init: RequestInit & { headers: Headers }) => Promise<Response>;

const inUse = processWide<{ transport: Transport }>("transport", () => ({ transport: fetch }));

/** What the client of the backend sends its requests with: `fetch`, until the process sets another. */
export function transport(): Transport {
  return inUse.transport;
}

/** Puts something in the way of every request to the backend, such as a proxy, a tracer or a test's network. */
export function setTransport(next: Transport): void {
  inUse.transport = next;
}
