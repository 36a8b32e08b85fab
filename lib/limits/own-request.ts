/** Request header by which this server knows its own requests: an attack is sent by the server, for somebody else. */
const OWN_REQUEST_HEADER = "x-own-request";

/** On `globalThis`: Next bundles this module more than once, and all must know the same word. */
const KEY = Symbol.for("silent-refresh.own-request");
type Global = typeof globalThis & { [KEY]?: string };

function word(): string {
  const shared: Global = globalThis;
  shared[KEY] ??= crypto.randomUUID();
  return shared[KEY];
}

/** Marks a request of this server to itself. It is counted where it was asked for, and not once more as the server's. */
export function markOwnRequest(headers: Headers): void {
  headers.set(OWN_REQUEST_HEADER, word());
}

export function isOwnRequest(headers: Headers): boolean {
  return headers.get(OWN_REQUEST_HEADER) === word();
}
