"use client";

import { useEffect, useState } from "react";
import { browserLab } from "@/lib/lab/client/lab";

/** Ten times a second the present moves on the drawing; once, where the reader asked for less motion. */
const stepMs = 100;
const calmStepMs = 1000;

const labNow = () => Date.now() + browserLab().get().skewMs;

/** Lab time in epoch ms, running while `running` and while the page is in sight. */
export function useLiveNow(running: boolean): number {
  const [now, setNow] = useState(labNow);
  useEffect(() => {
    const tick = () => setNow(labNow());
    const unsubscribe = browserLab().subscribe(tick);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const timer = running ? setInterval(tick, calm ? calmStepMs : stepMs) : undefined;
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }, [running]);
  return now;
}
