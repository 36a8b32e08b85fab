import ipaddr from "ipaddr.js";
import { type Environment, readEnvironment } from "@/lib/env";

type Who = Pick<Environment, "isPublic" | "trustedProxies" | "limitsLoopback">;

/**
 * Whether an address is this machine's own, on a site that its owner runs for themselves: limits do not hold there. On a
 * public site, or behind a proxy, every stranger may come from this machine's address, so limits hold for everybody.
 */
export function isOwnMachine(
  address: string,
  { isPublic, trustedProxies, limitsLoopback }: Who = readEnvironment(),
): boolean {
  if (isPublic || trustedProxies.length > 0 || limitsLoopback) return false;
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
