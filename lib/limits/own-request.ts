import { processWide } from "@/lib/server/process-wide";

/** Request header by which this server knows its own requests: an attack is sent by the server, for somebody else. */
const OWN_REQUEST_HEADER = "x-own-request";

/** Made at the start, and known to this process alone. */
const word = processWide("own-request", () => crypto.randomUUID());

/** Marks a request of this server to itself. It is counted where it was asked for, and not once more as the server's. */
export function markOwnRequest(headers: Headers): void {
  headers.set(OWN_REQUEST_HEADER, word);
}

export function isOwnRequest(headers: Headers): boolean {
  return headers.get(OWN_REQUEST_HEADER) === word;
}
