import type { scenarios } from "./scenarios";

/** What a scenario's button and its ending say: what is tried, and what it means when it holds or does not. */
type Trial = { id: keyof typeof scenarios; title: string; holds: string; fails: string };

export const trials: readonly Trial[] = [
  {
    id: "cookie-session",
    title: "Copy the cookie, sign out, come back with the copy",
    holds: "The copy is nobody.",
    fails: "NextAuth greets the copy by name.",
  },
  {
    id: "access-token",
    title: "Copy the access token, sign out, use it at the backend",
    holds: "The backend refuses it, although it has not expired.",
    fails: "The backend takes it, as if nothing had happened.",
  },
  {
    id: "backend-down",
    title: "Sign out while the backend is down, then let it come back",
    holds: "The backend heard of it when it was back.",
    fails: "The backend never heard of it: the old token still works.",
  },
  {
    id: "not-heard",
    title: "Sign out while the backend answers nonsense",
    holds: "Nonsense is no yes: the backend was told again.",
    fails: "The backend never heard of it: the old token still works.",
  },
  {
    id: "late-answer",
    title: "Sign out while an older answer is still on its way",
    holds: "Its cookie lands last, and is nobody’s.",
    fails: "Its cookie lands last, and the user is back.",
  },
  {
    id: "while-renewing",
    title: "Sign out while the tokens are being renewed",
    holds: "The renewed tokens have ended, too.",
    fails: "The renewed tokens go on working.",
  },
  {
    id: "everywhere",
    title: "Sign in twice, as with two browsers, and sign out everywhere",
    holds: "The other browser’s session has ended, too.",
    fails: "The other browser is still signed in.",
  },
];
