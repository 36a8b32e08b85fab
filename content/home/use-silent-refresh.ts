"use client";

import { useEffect, useRef, useState } from "react";
import { currentFamily, newestTokens } from "@/lib/lab/client/current-session";
import { browserLab } from "@/lib/lab/client/lab";
import { readSession } from "./miniature-lab";
import type { Scene } from "./scene";

/** Long enough to see that the token is dead. */
const expiredShownMs = 1600;
/** The stream brings the new token within this time after the answer, if there is one. */
const streamMs = 2 * expiredShownMs;
/** Afterwards it rests until asked: a page that was left open does not sign in for ever. */
export const maxRefreshes = 3;

/**
 * Why a question for the session brought no new token.
 * - `not-refreshed`: it was answered; the lab runs another variant than usual, or its backend fails
 * - `no-answer`: the request failed, or its answer was none
 */
export type Stuck = "not-refreshed" | "no-answer";

export type Refreshing = {
  /** Silent refreshes seen so far. */
  seen: number;
  /** The app has asked for its session, and what comes of it is not known yet. */
  asking: boolean;
  stuck: Stuck | null;
  resting: boolean;
  again(): void;
};

/** Asks for the session when the access token is dead, as NextAuth's client would, and counts what came of it. */
export function useSilentRefresh({ phase, access }: Pick<Scene, "phase" | "access">): Refreshing {
  const [seen, setSeen] = useState(0);
  const [asking, setAsking] = useState(false);
  const [stuck, setStuck] = useState<{ access: number; why: Stuck } | null>(null);
  const last = useRef(access);
  useEffect(() => {
    if (last.current > 0 && access > last.current) setSeen((count) => count + 1);
    last.current = access;
  }, [access]);

  const resting = seen >= maxRefreshes;
  const isDead = phase === "dead";
  const gaveUp = stuck?.access === access;
  useEffect(() => {
    if (!isDead || resting || gaveUp) return;
    const left = new AbortController();
    const { signal } = left;
    void (async () => {
      await waitUntilVisible(expiredShownMs, signal);
      setAsking(true);
      const why = await readSession().then(
        () => "not-refreshed" as const,
        () => "no-answer" as const,
      );
      await waitUntilVisible(streamMs, signal);
      const { state } = browserLab().get();
      const newest = newestTokens(state && currentFamily(state)).access;
      if (newest?.generation === access) setStuck({ access, why });
      setAsking(false);
    })();
    return () => {
      left.abort();
      setAsking(false);
    };
  }, [isDead, access, resting, gaveUp]);

  const again = () => {
    setSeen(0);
    setStuck(null);
  };
  return { seen, asking, stuck: isDead && gaveUp ? stuck.why : null, resting, again };
}

/**
 * Waits a while, and then until the page is in sight: what a hidden page waits for happens when somebody comes back to
 * it. Never settles once `signal` is aborted.
 */
function waitUntilVisible(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return;
    const look = () => {
      if (document.visibilityState === "hidden") return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    const timer = setTimeout(() => {
      document.addEventListener("visibilitychange", look, { signal });
      look();
    }, waitMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
