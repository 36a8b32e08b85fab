import { storageKey } from "./storage-key.ts";

/** What shows that somebody is there. */
const signs = ["pointerdown", "keydown", "scroll"] as const;

/**
 * Brings the code for progress when there is something to show or to keep: at once on a device that has some, and
 * otherwise with the visitor's first sign of life. A page that is only loaded pays nothing for it.
 */
export function loadProgress(): void {
  if (document.querySelector("[data-progress]") === null) return;
  const waiting = new AbortController();
  const load = () => {
    waiting.abort();
    void import("./start-progress.ts").then(({ startProgress }) => startProgress());
  };
  if (hasProgress()) load();
  else
    for (const sign of signs)
      document.addEventListener(sign, load, { signal: waiting.signal, passive: true });
}

function hasProgress(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return false;
  }
}
