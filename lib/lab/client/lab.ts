import { createConnection } from "./connection.ts";
import { createControls } from "./controls.ts";
import { announceLabReady, type Lab } from "./lab-ready.ts";
import type { Fetch } from "./request.ts";
import { createStore, initialSnapshot } from "./snapshot.ts";
import type { OpenStream } from "./stream.ts";

export type { Lab };

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
