"use client";

import { useContext, useSyncExternalStore } from "react";
import { browserLab } from "./lab.ts";
import { LabContext } from "./use-lab.ts";

/*
 * One timer serves every countdown on the page. It ticks on the lab's whole seconds, so that all countdowns change
 * together, and stops while the page is hidden.
 */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let nowMs = 0;

function readLabClock(): number {
  return Date.now() + browserLab().get().skewMs;
}

function tick() {
  nowMs = readLabClock();
  for (const listener of listeners) listener();
  schedule();
}

function schedule() {
  clearTimeout(timer);
  if (listeners.size === 0 || document.visibilityState === "hidden") return;
  timer = setTimeout(tick, 1000 - (readLabClock() % 1000));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) begin();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) end();
  };
}

let unsubscribe = () => {};

function begin() {
  nowMs = readLabClock();
  document.addEventListener("visibilitychange", tick);
  let { skewMs } = browserLab().get();
  unsubscribe = browserLab().subscribe(() => {
    const next = browserLab().get().skewMs;
    if (next === skewMs) return;
    skewMs = next;
    // Shows a jump of the lab's clock at once.
    tick();
  });
  schedule();
}

function end() {
  unsubscribe();
  clearTimeout(timer);
  document.removeEventListener("visibilitychange", tick);
}

/** Lab time in epoch ms, updated at each second of the lab's clock. */
export function useLabNow(): number {
  const shown = useContext(LabContext)?.get().state?.clock.now;
  const read = shown === undefined ? readTick : () => shown;
  return useSyncExternalStore(shown === undefined ? subscribe : stopped, read, read);
}

/** The clock of a lab that is only displayed stands still. */
const stopped = () => () => {};

function readTick(): number {
  if (nowMs === 0) nowMs = readLabClock();
  return nowMs;
}
