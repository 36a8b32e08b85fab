import { noProgress, type Progress, parseProgress } from "./progress.ts";
import { storageKey } from "./storage-key.ts";

/** What this device keeps; nothing where it keeps none, refuses, or kept something else. */
export function readProgress(): Progress {
  try {
    const text = localStorage.getItem(storageKey);
    return (text === null ? null : parseProgress(text)) ?? noProgress;
  } catch {
    return noProgress;
  }
}

/** @returns whether the device keeps it: storage may be refused or full */
export function writeProgress(progress: Progress): boolean {
  try {
    localStorage.setItem(storageKey, JSON.stringify(progress));
    return true;
  } catch {
    return false;
  }
}

/** Reads, changes and writes in one go, so that two tabs do not undo each other. */
export function changeProgress(change: (progress: Progress) => Progress): Progress {
  const before = readProgress();
  const after = change(before);
  if (after !== before) writeProgress(after);
  return after;
}
