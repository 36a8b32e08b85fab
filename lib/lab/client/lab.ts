import { type Connection, createConnection } from "./connection.ts";
import { type Controls, createControls } from "./controls.ts";
import { announceLabReady } from "./lab-ready.ts";
import type { Fetch } from "./request.ts";
import { createStore, initialSnapshot, type LabSnapshot } from "./snapshot.ts";
import type { OpenStream } from "./stream.ts";

/** The browser's side of a lab: its state and the actions on it. */
export type Lab = Controls &
  Pick<Connection, "start" | "retry" | "renew" | "stop"> & {
    get(): LabSnapshot;
    subscribe(listener: () => void): () => void;
  };

export type LabDeps = { fetch: Fetch; openStream: OpenStream; now: () => number };

export function createLab(deps: LabDeps): Lab {
  const store = createStore(initialSnapshot);
  const connection = createConnection(store, deps);
  const controls = createControls(store, connection, deps.fetch);
  const { start, retry, renew, stop } = connection;
  return { ...controls, start, retry, renew, stop, get: store.get, subscribe: store.subscribe };
}

let shared: Lab | undefined;

/** The lab of this page. Every component shares it, so all show the same. */
export function browserLab(): Lab {
  if (shared === undefined) {
    const lab = createLab({
      fetch: (path, init) => fetch(path, init),
      openStream: (url) => new EventSource(url),
      now: () => Date.now(),
    });
    const wake = () => document.visibilityState === "visible" && lab.retry();
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    shared = lab;
    announceLabReady(lab);
  }
  return shared;
}
