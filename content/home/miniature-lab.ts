import * as z from "zod/mini";
import type { Lab } from "@/lib/lab/client/lab";
import { send } from "@/lib/lab/client/request";
import type { LabState } from "@/lib/lab/schemas";
import { demoUsers } from "@/lib/sign-in/demo-users";

/** The demonstration's access token lifetime, in seconds: short enough to watch. */
export const shortLifeSeconds = 8;

const [ada] = demoUsers;

/**
 * Resolves when the lab's state satisfies a condition, or after `mostMs`.
 *
 * @param mostMs the longest wait in ms; without it there is no limit
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
      // The first look can succeed before `unsubscribe` is assigned.
      queueMicrotask(() => unsubscribe());
      resolve();
    }
  });
}

/** Sets the lifetime of the access tokens that the lab issues from now on. */
export function shortenLife(lab: Lab): Promise<boolean> {
  return lab.changeSettings({ accessTtl: shortLifeSeconds }, `Access tokens now live ${shortLifeSeconds} s.`);
}

/** Shortens the lifetime and signs Ada in through NextAuth. Resolves to whether both worked. */
export async function signInShortLived(lab: Lab): Promise<boolean> {
  return (await shortenLife(lab)) && lab.signIn(ada);
}

/**
 * Asks for the session, as NextAuth's client does when a window regains focus or its polling interval is over. The
 * app under study then refreshes an expired token, or fails to, as the chosen variant does.
 *
 * @throws LabProblem
 */
export async function readSession(): Promise<void> {
  await send((path, init) => fetch(path, init), { method: "GET", path: "/api/auth/session" }, z.unknown());
}

/** Restores the lab's own access token lifetime. The request outlives the page (`keepalive`). */
export function restoreLife(accessTtl: number): void {
  void fetch("/mock-backend/lab/settings", {
    method: "PATCH",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ accessTtl }),
  }).catch(() => {
    // The lab cannot be reached. A reset or the settings panel restores the lifetime later.
  });
}
