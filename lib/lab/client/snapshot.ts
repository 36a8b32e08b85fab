import type { LabNotice } from "../lab-end.ts";
import type { LabState, LabTokens } from "../schemas.ts";
import { type EventLog, emptyLog } from "./event-log.ts";
import type { LabProblem } from "./problem.ts";
import type { Call } from "./request.ts";

/**
 * The state of the connection to the lab.
 * - `idle`: nothing has been requested
 * - `starting`: the first answers are under way
 * - `live`: the event stream is open
 * - `reconnecting`: the stream broke; missed events are fetched on return
 * - `down`: several attempts failed; `problem` says what to do, and attempts go on slowly
 */
export type LabStatus = "idle" | "starting" | "live" | "reconnecting" | "down";

/** The last change in words, and the learner's call that made it, for "copy as curl". */
export type Change = { text: string; call: Call | null };

/** Everything that the panel knows. Each change replaces the whole object. */
export type LabSnapshot = {
  readonly status: LabStatus;
  readonly labId: string | null;
  /** Why this is another lab than before; null once the learner has read it. */
  readonly notice: LabNotice | null;
  /** Whether this lab replaced another while the page was open; it is then younger than the page. */
  readonly replaced: boolean;
  /** The variant chosen for each lesson, by slug. */
  readonly variants: Readonly<Record<string, string>>;
  readonly state: LabState | null;
  readonly tokens: LabTokens | null;
  readonly log: EventLog;
  /** Lab time minus this device's clock, in ms. */
  readonly skewMs: number;
  /** Lab time minus the server's real time, in seconds: what the learner has moved the clock. */
  readonly offsetSeconds: number;
  readonly change: Change | null;
  readonly problem: LabProblem | null;
  /** The action that is under way, in words; null when there is none. */
  readonly pending: string | null;
};

export const initialSnapshot: LabSnapshot = {
  status: "idle",
  labId: null,
  notice: null,
  replaced: false,
  variants: {},
  state: null,
  tokens: null,
  log: emptyLog,
  skewMs: 0,
  offsetSeconds: 0,
  change: null,
  problem: null,
  pending: null,
};

/** A store as React's `useSyncExternalStore` reads it. */
export type Store<T> = {
  get(): T;
  set(patch: Partial<T>): void;
  subscribe(listener: () => void): () => void;
};

/** Creates a store that notifies its listeners of each change. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(patch) {
      value = { ...value, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
