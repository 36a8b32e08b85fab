import type { LabEvent } from "../schemas.ts";
import { announcementOf } from "./announcement.ts";
import { backoffMs } from "./backoff.ts";
import { coalesce } from "./coalesce.ts";
import { append } from "./event-log.ts";
import { followVariants } from "./follow-variants.ts";
import { createLoaders } from "./load.ts";
import { asProblem, type LabProblem } from "./problem.ts";
import type { Fetch } from "./request.ts";
import type { LabSnapshot, Store } from "./snapshot.ts";
import { type OpenStream, openEvents } from "./stream.ts";

export type ConnectionDeps = { fetch: Fetch; openStream: OpenStream; now: () => number };

export type Connection = {
  /**
   * Creates or resumes the lab and follows its events. Does nothing when it is running already.
   *
   * @param labId the id of the browser's lab; if the connection follows another one, it switches to this
   */
  start(labId?: string): void;
  /**
   * Creates a new lab in place of one that has ended, and sets the notice that says so.
   *
   * @throws LabProblem
   */
  renew(): Promise<void>;
  /** Ends the wait before the next attempt. */
  retry(): void;
  /** Requests the state soon. Several requests become one. */
  refresh(): void;
  stop(): void;
};

/** After this many failed attempts the panel reports that the lab is down. */
const attemptsUntilDown = 3;

/** Keeps the store in step with the lab: the state by requests, the events by a stream, with one backoff for both. */
export function createConnection(store: Store<LabSnapshot>, deps: ConnectionDeps): Connection {
  const { fetch, openStream, now } = deps;
  const { ensureLab, loadPage, loadState, loadVariants } = createLoaders(store, fetch, now);
  const state = coalesce(refreshState, 80);
  const variants = followVariants(loadVariants, (chosen) => store.set({ variants: chosen }), failed);
  let closeStream: (() => void) | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let renewal: Promise<void> | undefined;
  let attempts = 0;
  let running = false;

  async function refreshState() {
    try {
      await stateOrLater();
    } catch (thrown) {
      // The browser's cookie was cleared or names another lab, so waiting would not help.
      if (asProblem(thrown).code === "lab_gone") renew().catch(failed);
      else failed(thrown);
    }
  }

  async function stateOrLater() {
    try {
      await loadState();
    } catch (thrown) {
      const { code, retryAfterSeconds } = asProblem(thrown);
      if (code !== "rate_limited") throw thrown;
      setTimeout(state.soon, (retryAfterSeconds ?? 1) * 1000);
    }
  }

  function follow() {
    closeStream?.();
    closeStream = openEvents(openStream, store.get().log.lastSeq, {
      onEvents(events) {
        const before = store.get().log.lastSeq;
        const { log, missing } = append(store.get().log, events);
        store.set({ log });
        announce(log.events.filter((event) => event.seq > before));
        state.soon();
        if (missing) catchUp();
        variants.onEvents(events);
      },
      onGap: catchUp,
      onOpen() {
        attempts = 0;
        store.set({ status: "live", problem: null });
      },
      onLost: () => lost(null),
    });
  }

  function announce(events: readonly LabEvent[]) {
    const text = announcementOf(events);
    if (text !== null) store.set({ change: { text, call: null } });
  }

  function catchUp() {
    loadPage().catch(failed);
  }

  function failed(thrown: unknown) {
    lost(asProblem(thrown));
  }

  /** Creates one lab at a time: two requests without a cookie would get two labs. */
  function renew(): Promise<void> {
    renewal ??= makeAnother().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  async function makeAnother() {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    closeStream?.();
    variants.stop();
    await ensureLab();
    if (running) await attempt();
  }

  async function attempt() {
    retryTimer = undefined;
    try {
      if (store.get().labId === null) await ensureLab();
      await Promise.all([loadPage(), stateOrLater()]);
      if (running && retryTimer === undefined) follow();
    } catch (thrown) {
      lost(asProblem(thrown));
    }
  }

  function lost(problem: LabProblem | null) {
    if (!running) return;
    closeStream?.();
    closeStream = undefined;
    if (problem?.code === "lab_gone") store.set({ labId: null });
    attempts += 1;
    const down = attempts >= attemptsUntilDown || store.get().status === "starting";
    store.set({ status: down ? "down" : "reconnecting", problem: problem ?? store.get().problem });
    const waitMs = Math.max(backoffMs(attempts), (problem?.retryAfterSeconds ?? 0) * 1000);
    clearTimeout(retryTimer);
    retryTimer = setTimeout(attempt, waitMs);
  }

  return {
    renew,
    start(labId) {
      if (running) {
        const known = store.get().labId;
        if (labId !== undefined && known !== null && labId !== known) renew().catch(failed);
        return;
      }
      running = true;
      store.set({ status: "starting", problem: null });
      void attempt();
    },
    retry() {
      if (!running || retryTimer === undefined) return;
      clearTimeout(retryTimer);
      void attempt();
    },
    refresh: () => state.soon(),
    stop() {
      running = false;
      closeStream?.();
      state.stop();
      variants.stop();
      clearTimeout(retryTimer);
      retryTimer = undefined;
      store.set({ status: "idle" });
    },
  };
}
