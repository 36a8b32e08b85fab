import * as z from "zod/mini";
import type { Lab } from "@/lib/lab/client/lab";
import { send } from "@/lib/lab/client/request";
import type { LabState } from "@/lib/lab/schemas";
import { demoUsers } from "@/lib/sign-in/demo-users";

/** As long as one can watch a token live, in seconds. */
export const shortLifeSeconds = 8;

const [ada] = demoUsers;

/**
 * Waits until the lab tells a state that is so.
 *
 * @param mostMs afterwards it waits no longer
 */
export function labUntil(lab: Lab, isSo: (state: LabState) => boolean, mostMs?: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = mostMs === undefined ? undefined : setTimeout(done, mostMs);
    const unsubscribe = lab.subscribe(look);
    look();

    function look() {
      const { state } = lab.get();
      if (state !== null && isSo(state)) done();
    }

    function done() {
      clearTimeout(timer);
      // A lab that is so already is found before there is anything to unsubscribe.
      queueMicrotask(() => unsubscribe());
      resolve();
    }
  });
}

/** Access tokens are short-lived from the next one on. */
export function shortenLife(lab: Lab): Promise<boolean> {
  return lab.changeSettings({ accessTtl: shortLifeSeconds }, `Access tokens now live ${shortLifeSeconds} s.`);
}

/** Signs Ada in, for real. */
export async function signInShortLived(lab: Lab): Promise<boolean> {
  return (await shortenLife(lab)) && lab.signIn(ada);
}

/**
 * What NextAuth's own client does when a window comes back or its interval is over: it asks for the session. The app
 * under study refreshes then, or fails to, as the lab's variant has it.
 *
 * @throws LabProblem
 */
export async function readSession(): Promise<void> {
  await send((path, init) => fetch(path, init), { method: "GET", path: "/api/auth/session" }, z.unknown());
}

/** Gives the lab its own lifetime back, also while the page is being left. */
export function restoreLife(accessTtl: number): void {
  void fetch("/mock-backend/lab/settings", {
    method: "PATCH",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ accessTtl }),
  }).catch(() => {
    // The lab is out of reach: a reset, or the panel's settings, put it right.
  });
}
