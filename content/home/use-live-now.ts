"use client";

import { useEffect, useState } from "react";
import { browserLab } from "@/lib/lab/client/lab";

/** The drawing's present moment moves ten times a second, and once a second for readers who asked for less motion. */
const stepMs = 100;
const calmStepMs = 1000;

const labNow = () => Date.now() + browserLab().get().skewMs;

/** Lab time in epoch ms. It advances while `running` is true. */
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
