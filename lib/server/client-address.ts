/** Request header with the client's address. The server process writes the header over whatever came from outside. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

/** Requests that arrive while the server starts have no address yet. They share this address, and its limits. */
const UNKNOWN = "unknown";

/**
 * The address that a request came from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 one.
 *
 * @param headers of a request to the site
 */
export function clientAddress(headers: Headers): string {
  return headers.get(CLIENT_ADDRESS_HEADER) ?? UNKNOWN;
}
