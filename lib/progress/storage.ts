import { noProgress, type Progress, parseProgress } from "./progress.ts";
import { storageKey } from "./storage-key.ts";

/** The device's progress; empty when there is none, storage is refused, or it holds something else. */
export function readProgress(): Progress {
  try {
    const text = localStorage.getItem(storageKey);
    return (text === null ? null : parseProgress(text)) ?? noProgress;
  } catch {
    return noProgress;
  }
}

/**
 * Stores progress. @returns false when storage is refused or full
 *
 * @returns whether the device keeps it: storage may be refused or full
 */
export function writeProgress(progress: Progress): boolean {
  try {
    localStorage.setItem(storageKey, JSON.stringify(progress));
    return true;
  } catch {
    return false;
  }
}

/** Reads, changes and writes in one synchronous step, so that two tabs do not overwrite each other's changes. */
export function changeProgress(change: (progress: Progress) => Progress): Progress {
  const before = readProgress();
  const after = change(before);
  if (after !== before) writeProgress(after);
  return after;
}
