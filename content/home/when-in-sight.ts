/**
 * Waits a while, and then until the page is in sight: what a hidden page waits for happens when somebody comes back to
 * it. Never settles once `signal` is aborted.
 */
export function whenInSight(waitMs: number, signal: AbortSignal): Promise<void> {
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
