import * as z from "zod/mini";
import type { Lab } from "@/lib/lab/client/lab";
import { send } from "@/lib/lab/client/request";
import { demoUsers } from "@/lib/lab/demo-users";

/** As long as one can watch a token live, in seconds. */
export const shortLifeSeconds = 8;

const [ada] = demoUsers;

/** Waits until the lab has told its state. */
export function labReady(lab: Lab): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (lab.get().state === null) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = lab.subscribe(look);
    look();
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
