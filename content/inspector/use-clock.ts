"use client";

import { useEffect, useState } from "react";

/**
 * The clock that a token's dates are compared with: this device's, the lab's (its difference from this device's, in
 * ms), or an instant that the reader typed in.
 */
export type Clock = { kind: "real" } | { kind: "lab"; skewMs: number } | { kind: "given"; atMs: number };

/** The chosen clock's time in epoch ms. It advances once a second, unless the reader typed it in. */
export function useClock(clock: Clock): number {
  const [deviceNow, setDeviceNow] = useState(0);
  useEffect(() => {
    const tick = () => setDeviceNow(Math.floor(Date.now() / 1000) * 1000);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  if (clock.kind === "given") return clock.atMs;
  return clock.kind === "lab" ? deviceNow + clock.skewMs : deviceNow;
}
