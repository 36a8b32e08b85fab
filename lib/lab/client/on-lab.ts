import type { Connection } from "./connection.ts";
import type { Controls } from "./controls.ts";
import type { LabSnapshot } from "./snapshot.ts";

/** The browser's end of one lab: what is known of it, and what can be done to it. */
export type Lab = Controls &
  Pick<Connection, "start" | "retry" | "renew" | "stop"> & {
    get(): LabSnapshot;
    subscribe(listener: () => void): () => void;
  };

/*
 * Tells when the page's lab comes to life. The lab's own code arrives late, with its panel: who only wants to follow
 * it must not bring that code along.
 */
const listeners = new Set<(lab: Lab) => void>();
let present: Lab | undefined;

/** Calls back with the page's lab: at once, or as soon as there is one. */
export function onLab(listener: (lab: Lab) => void): void {
  if (present) listener(present);
  else listeners.add(listener);
}

export function announceLab(lab: Lab): void {
  present = lab;
  for (const listener of listeners) listener(lab);
  listeners.clear();
}
