import type { Lab } from "./lab.ts";

/*
 * Tells when the page's lab comes to life. The lab's own code arrives late, with its panel: who only wants to follow
 * it must not bring that code along.
 */
const listeners = new Set<(lab: Lab) => void>();
let present: Lab | undefined;

/** Calls back with the page's lab: at once, or as soon as there is one. */
export function onLabReady(listener: (lab: Lab) => void): void {
  if (present) listener(present);
  else listeners.add(listener);
}

export function announceLabReady(lab: Lab): void {
  present = lab;
  for (const listener of listeners) listener(lab);
  listeners.clear();
}
