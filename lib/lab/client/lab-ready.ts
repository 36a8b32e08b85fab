import type { Connection } from "./connection.ts";
import type { Controls } from "./controls.ts";
import type { LabSnapshot } from "./snapshot.ts";

/** The browser's side of a lab: its state and the actions on it. */
export type Lab = Controls &
  Pick<Connection, "start" | "retry" | "renew" | "stop"> & {
    get(): LabSnapshot;
    subscribe(listener: () => void): () => void;
  };

/*
 * Announces the page's lab. The lab's code is loaded late, with its panel; a module that only follows the lab imports
 * this one, so that it does not load the lab's code.
 */
const listeners = new Set<(lab: Lab) => void>();
let present: Lab | undefined;

/** Calls `listener` with the page's lab, at once or when the lab has been created. */
export function onLabReady(listener: (lab: Lab) => void): void {
  if (present) listener(present);
  else listeners.add(listener);
}

export function announceLabReady(lab: Lab): void {
  present = lab;
  for (const listener of listeners) listener(lab);
  listeners.clear();
}
