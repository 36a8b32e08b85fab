import { currentLab } from "@/lib/lab/server/context";

/**
 * The time, in whole seconds since the epoch (a JWT's NumericDate, RFC 7519 §2), on the lab's clock.
 * Outside this site it is `Math.floor(Date.now() / 1000)`.
 */
export function now(): number {
  const offsetSeconds = currentLab()?.offsetSeconds ?? 0;
  return Math.floor(Date.now() / 1000) + offsetSeconds;
}
