"use client";

import { useEffect, useRef, useState } from "react";
import { browserLab } from "@/lib/lab/client/lab";
import { readSession } from "./miniature-lab";
import type { Scene } from "./scene";

/** Long enough to see that the token is dead. */
const mourningMs = 1600;
/** Afterwards it rests until asked: a page that was left open does not sign in for ever. */
const atMost = 3;

export type Refreshing = {
  /** Silent refreshes seen so far. */
  seen: number;
  /** The app asked for its session, and there is no new token: the lab runs another variant than usual. */
  stuck: boolean;
  resting: boolean;
  again(): void;
};

/** Asks for the session when the access token is dead, as NextAuth's client would, and counts what came of it. */
export function useSilentRefresh({ phase, access }: Scene): Refreshing {
  const [seen, setSeen] = useState(0);
  const [stuckAt, setStuckAt] = useState<number | null>(null);
  const last = useRef(access);
  useEffect(() => {
    if (last.current > 0 && access > last.current) setSeen((count) => count + 1);
    last.current = access;
  }, [access]);

  const resting = seen >= atMost;
  useEffect(() => {
    if (phase !== "dead" || resting || stuckAt === access) return;
    const timer = setTimeout(async () => {
      if (document.visibilityState === "hidden") return;
      try {
        await readSession();
      } finally {
        // The stream brings the new token within a moment, if there is one.
        setTimeout(() => {
          const family = browserLab().get().state?.families.at(-1);
          if (family?.access.at(-1)?.generation === access) setStuckAt(access);
        }, 2 * mourningMs);
      }
    }, mourningMs);
    return () => clearTimeout(timer);
  }, [phase, access, resting, stuckAt]);

  const again = () => {
    setSeen(0);
    setStuckAt(null);
  };
  return { seen, stuck: stuckAt === access && phase === "dead", resting, again };
}
