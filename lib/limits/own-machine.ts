import ipaddr from "ipaddr.js";
import { type Environment, readEnvironment } from "@/lib/env";

type Who = Pick<Environment, "isPublic" | "trustedProxies" | "limitsLoopback">;

/**
 * Whether an address belongs to whoever runs this site for themselves: nobody is protected from them. Behind a proxy, on a
 * public site, every stranger may come from this machine's own address, so there nobody is exempt.
 */
export function isOwnMachine(
  address: string,
  { isPublic, trustedProxies, limitsLoopback }: Who = readEnvironment(),
): boolean {
  if (isPublic || trustedProxies.length > 0 || limitsLoopback) return false;
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
