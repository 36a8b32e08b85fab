import { LabProblem } from "@/lib/lab/client/problem";
import { send } from "@/lib/lab/client/request";
import { browser, SessionLost } from "@/lib/lab/client/scenario/browser";
import { labStateSchema, labTokensSchema } from "@/lib/lab/schemas";

/** A minute more than an access token lives, in seconds. */
const PAST_EXPIRY = 16 * 60;
/** How long a late answer is on its way, in real milliseconds. */
const LATE_MS = 1_500;
const MOST_LOOKS = 15;
const LOOK_EVERY_MS = 200;

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
    play: () => signOutDuring("outage"),
  },
  {
    id: "not-heard",
    title: "Sign out while the backend answers nonsense",
    holds: "Nonsense is no yes: the backend was told again.",
    fails: "The backend never heard of it: the old token still works.",
    play: () => signOutDuring("malformed"),
  },
  {
    id: "late-answer",
    title: "Sign out while an older answer is still on its way",
    holds: "Its cookie lands last, and is nobody’s.",
    fails: "Its cookie lands last, and the user is back.",
    async play() {
      const late = browser.comeBack(LATE_MS);
      // The late answer must have been made before the sign-out: only its way is long.
      await browser.open();
      await browser.signOut();
      await late;
      if (await browser.sessionIsSomebody()) throw new SessionLost();
    },
  },
  {
    id: "while-renewing",
    title: "Sign out while the tokens are being renewed",
    holds: "The renewed tokens have ended, too.",
    fails: "The renewed tokens go on working.",
    async play() {
      await browser.advance(PAST_EXPIRY);
      const late = browser.comeBack(LATE_MS);
      await browser.signOut();
      await late;
      if ((await browser.requestNotes()) === 200) throw new SessionLost();
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

/** The fault ends, and somebody signs in: that shows that the backend answers again. */
async function signOutDuring(fault: "outage" | "malformed"): Promise<void> {
  const token = await accessToken();
  const before = await signedOutFamilies();
  await browser.settings({ fault });
  await browser.signOut();
  await browser.settings({ fault: "none" });
  await browser.signIn("Linus");
  // The sign-in does not wait for it, so this does.
  for (let looks = 0; looks < MOST_LOOKS && (await signedOutFamilies()) === before; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  if (await backendTakes(token)) throw new SessionLost();
}

/** How many sign-ins the backend has ended because it was told so. */
async function signedOutFamilies(): Promise<number> {
  const call = { method: "GET", path: "/mock-backend/lab/state" } as const;
  const { families } = await send((path, init) => fetch(path, init), call, labStateSchema);
  return families.filter(({ reason }) => reason === "signed-out").length;
}

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
