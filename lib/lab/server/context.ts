import { AsyncLocalStorage } from "node:async_hooks";
import type { Sender } from "@/lib/lab/actor";
import { processWide } from "@/lib/server/process-wide";
import type { AppEvent } from "./control";
import type { VariantChoice } from "./cookies";

/** Where in the app a piece of the code under study is running. It decides whether a cookie can be written. */
export type Surface =
  | "proxy"
  | "sign-in"
  | "sign-out"
  | "session-endpoint"
  | "server-component"
  | "route-handler"
  | "server-action";

/** One call to the backend; status 0 for one that is not answered. */
export type BackendCall = { method: string; path: string; status: number };

export type LabContext = {
  id: string;
  /** How far the lab's clock is ahead of real time. */
  offsetSeconds: number;
  surface: Surface;
  /** Whose request this is; the learner's own browser when left out. */
  sender?: Sender;
  /** Which variant of each lesson this lab runs; empty when left out. */
  choice?: VariantChoice;
  /** What this piece of work itself asked the backend, for its observer. */
  calls?: BackendCall[];
  /** Sends this request's events to the lab; each one by itself when left out. */
  recorder?: { add(events: readonly AppEvent[]): void; settled(): Promise<void> };
};

const storage = processWide("lab-context", () => new AsyncLocalStorage<LabContext>());

/** Runs `work`, and everything it awaits, inside one lab. */
export function runInLab<T>(lab: LabContext, work: () => T): T {
  return storage.run(lab, work);
}

/** The lab that the running request belongs to, or null outside a request of the app under study. */
export function currentLab(): LabContext | null {
  return storage.getStore() ?? null;
}

/** Who sent the running request: the learner's browser, the lab's attacker, or a program such as curl. */
export function currentSender(): Sender {
  return currentLab()?.sender ?? "browser";
}

/** What a call to the backend says about itself: whose lab, and that the Next server is calling. */
export function labHeaders(): Record<string, string> {
  const lab = currentLab();
  return lab === null ? {} : { "X-Lab": lab.id, "X-Lab-Actor": "next" };
}
