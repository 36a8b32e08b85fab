import { clientAddress } from "@/lib/server/client-address";
import { processWide } from "@/lib/server/process-wide";
import { boundedCounter, type Counter } from "./bounded-counter";
import { isOwnMachine } from "./own-machine";
import { isOwnRequest } from "./own-request";
import { TooManyRequests } from "./too-many-requests";
import { type LimitName, windows } from "./windows";

function countersOf(limit: LimitName): readonly Counter[] {
  return processWide(`limits.${limit}`, () => windows[limit].map((window) => boundedCounter(window)));
}

/** @returns the address that counts, or null for a request that no limit applies to */
export function limitedAddress(headers: Headers): string | null {
  const address = clientAddress(headers);
  return isOwnMachine(address) || isOwnRequest(headers) ? null : address;
}

/**
 * Counts a request against a limit of its address.
 *
 * @throws TooManyRequests when the limit is reached
 */
export async function countAgainst(limit: LimitName, headers: Headers): Promise<void> {
  const address = limitedAddress(headers);
  if (address === null) return;
  for (const counter of countersOf(limit)) {
    const seconds = await counter.count(address);
    if (seconds !== null) throw new TooManyRequests(limit, seconds);
  }
}
