import { browser, SessionLost } from "@/content/study/scenarios/browser";
import { LabProblem } from "@/lib/lab/client/problem";
import { send } from "@/lib/lab/client/request";
import { labTokensSchema } from "@/lib/lab/schemas";

/** One thing to try on a sign-out: what is done, and what it means when it holds or does not. */
export type Trial = {
  id: string;
  title: string;
  holds: string;
  fails: string;
  /** Begins signed in as Ada. @throws SessionLost when what was to end goes on */
  play: () => Promise<void>;
};

export const trials: readonly Trial[] = [
  {
    id: "cookie-session",
    title: "Copy the cookie, sign out, come back with the copy",
    holds: "The copy is nobody.",
    fails: "NextAuth greets the copy by name.",
    async play() {
      const putBack = await browser.copyCookie();
      await browser.signOut();
      await putBack();
      if (await browser.sessionIsSomebody()) throw new SessionLost();
    },
  },
  {
    id: "access-token",
    title: "Copy the access token, sign out, use it at the backend",
    holds: "The backend refuses it, although it has not expired.",
    fails: "The backend takes it, as if nothing had happened.",
    async play() {
      const token = await accessToken();
      await browser.signOut();
      if (await backendTakes(token)) throw new SessionLost();
    },
  },
  {
    id: "backend-down",
    title: "Sign out while the backend is down, then let it come back",
    holds: "The backend heard of it when it was back.",
    fails: "The backend never heard of it: the old token still works.",
    async play() {
      const token = await accessToken();
      await browser.settings({ fault: "outage" });
      await browser.signOut();
      await browser.settings({ fault: "none" });
      // Somebody signs in: the backend answers again.
      await browser.signIn("Linus");
      if (await backendTakes(token)) throw new SessionLost();
    },
  },
  {
    id: "everywhere",
    title: "Sign in twice, as with two browsers, and sign out everywhere",
    holds: "The other browser’s session has ended, too.",
    fails: "The other browser is still signed in.",
    async play() {
      const asOtherBrowser = await browser.copyCookie();
      await browser.signIn();
      await fetch("/api/sessions", { method: "DELETE" });
      await browser.signOut();
      await asOtherBrowser();
      if (await browser.sessionIsSomebody()) throw new SessionLost();
    },
  },
];

async function accessToken(): Promise<string> {
  const call = { method: "GET", path: "/api/lab/tokens" } as const;
  const tokens = await send((path, init) => fetch(path, init), call, labTokensSchema);
  if (tokens.accessToken === null) throw new LabProblem("unexpected", "The sign-in brought no token.");
  return tokens.accessToken;
}

/** Sent as the lab's attacker, who has a copy of it. */
async function backendTakes(token: string): Promise<boolean> {
  const headers = { "X-Lab-Actor": "attacker", Authorization: `Bearer ${token}` };
  return (await fetch("/mock-backend/v1/notes", { headers, cache: "no-store" })).ok;
}
