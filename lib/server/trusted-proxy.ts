import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import proxyAddr from "proxy-addr";

/** A customer gets at least 64 bits of IPv6 addresses (RFC 6177 §2), and could use each of them once. */
const IPV6_PREFIX_BITS = 64;

/** Says where a request comes from, behind the proxies that are trusted and none other. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * Reads `X-Forwarded-For` from the right, as long as the sender is a trusted proxy: the first that is none is the client.
 * A client can write the header as well, and what a client wrote stands further to the left.
 *
 * @param trusted addresses, ranges (CIDR) or the names `loopback`, `linklocal`, `uniquelocal`, as `TRUSTED_PROXY` lists
 * them; none: the address is the connection's
 * @throws TypeError for an entry that is none of these
 */
export function addressOf(trusted: readonly string[]): AddressOf {
  const trust = proxyAddr.compile([...trusted]);
  return (request) => counted(proxyAddr(request, trust));
}

/** A socket that has just been closed has no address. */
function counted(text: string | undefined): string {
  if (text === undefined || !ipaddr.isValid(text)) return "unknown";
  const address = ipaddr.process(text);
  if (!(address instanceof ipaddr.IPv6) || address.range() === "loopback") return address.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${IPV6_PREFIX_BITS}`);
  return `${network.toString()}/${IPV6_PREFIX_BITS}`;
}
