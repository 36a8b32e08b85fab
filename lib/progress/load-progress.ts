import { storageKey } from "./storage-key.ts";

/** Events that show a visitor's presence. */
const signs = ["pointerdown", "keydown", "scroll"] as const;

/** Loads the progress code: at once on a device that has progress, otherwise at the visitor's first input. */
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
