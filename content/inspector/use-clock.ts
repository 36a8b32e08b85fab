"use client";

import { useEffect, useState } from "react";

/** Whose time judges the token: this device's, the lab's (its distance from this device's, in ms), or one that was typed in. */
export type Clock = { kind: "real" } | { kind: "lab"; skewMs: number } | { kind: "given"; atMs: number };

/** The chosen clock's now, in epoch ms; it moves on once a second, unless it was typed in. */
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
