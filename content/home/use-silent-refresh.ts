"use client";

import { useEffect, useRef, useState } from "react";
import { currentFamily, newestTokens } from "@/lib/lab/client/current-session";
import { browserLab } from "@/lib/lab/client/lab";
import { readSession } from "./miniature-lab";
import type { Scene } from "./scene";

/** How long the expired token is shown before the app asks for its session. */
const expiredShownMs = 1600;
/** The event stream shows a new token within this time after the answer. */
const streamMs = 2 * expiredShownMs;
/** After this many refreshes the demonstration rests, so that a page left open does not refresh for ever. */
export const maxRefreshes = 3;

/**
 * Why a request for the session brought no new token.
 * - `not-refreshed`: the app answered, but the lab runs a variant that does not refresh there, or its backend fails
 * - `no-answer`: the request failed or its answer was malformed
 */
export type Stuck = "not-refreshed" | "no-answer";

export type Refreshing = {
  /** Refreshes since the demonstration started or was continued. */
  seen: number;
  /** Whether a request for the session is under way or its effect is still awaited. */
  asking: boolean;
  stuck: Stuck | null;
  resting: boolean;
  again(): void;
};

/** Asks for the session when the access token has expired, as NextAuth's client would, and counts the refreshes. */
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
 * Waits for `waitMs` and then until the page is visible, so that a hidden page continues when the reader comes back.
 * Never settles once `signal` is aborted.
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
