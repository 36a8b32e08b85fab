import { defineLesson } from "@/lib/lesson/meta";

export default defineLesson({
  slug: "refresh-rotation",
  title: "Refresh rotation",
  summary:
    "Where a refresh may happen, who may keep what came of it, and which of five strategies survives which accident.",
  order: 2,
  variants: [
    {
      name: "none",
      summary: "No refresh at all: the session dies with its first access token.",
      file: "variants/none.ts",
      verdict: "wrong",
    },
    {
      name: "in-callback",
      summary: "The usual recipe: refresh inside the jwt callback, wherever it happens to run.",
      file: "variants/in-callback.ts",
      verdict: "wrong",
    },
    {
      name: "in-callback-locked",
      summary: "The usual half-fix: the same, with one call for all who ask at once.",
      file: "variants/in-callback-locked.ts",
      verdict: "wrong",
    },
    {
      name: "in-proxy",
      summary: "Refresh before anything renders, and write the cookie on the request and on the response.",
      file: "variants/in-proxy.ts",
      verdict: "wrong",
    },
    {
      name: "token-store",
      summary: "The cookie holds an id; the tokens stay on the server and are refreshed under a lock.",
      file: "variants/token-store.ts",
      verdict: "right",
    },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  conditions: [
    { name: "grace-0", title: "no grace", settings: { grace: 0 } },
    { name: "grace-10", title: "10 s grace", settings: { grace: 10 } },
  ],
  checks: [
    {
      id: "idle-return",
      title: "back at an open tab after the access token has expired",
      section: "scenarios",
      fails: [],
    },
    {
      id: "layout-and-page",
      title: "a page opened after expiry, whose layout and page both read the session",
      section: "scenarios",
      fails: [],
    },
    {
      id: "data-request",
      title: "a request to a Route Handler after expiry",
      section: "scenarios",
      fails: [],
    },
    { id: "parallel-requests", title: "five requests at once after expiry", section: "scenarios", fails: [] },
    { id: "two-tabs", title: "two tabs that come back at once", section: "scenarios", fails: [] },
    {
      id: "late-answer",
      title: "an answer from before the refresh that lands after it",
      section: "scenarios",
      fails: [],
    },
    {
      id: "backend-down",
      title: "the backend is down when it is time to refresh, then back",
      section: "scenarios",
      fails: [],
    },
    {
      id: "backend-silent",
      title: "the backend does not answer when it is time to refresh, then does",
      section: "scenarios",
      fails: [],
    },
    {
      id: "backend-malformed",
      title: "the backend answers nonsense when it is time to refresh, then sense",
      section: "scenarios",
      fails: [],
    },
    {
      id: "shorter-lifetimes",
      title: "lifetimes shortened while signed in",
      section: "scenarios",
      fails: [],
    },
    { id: "key-rotated", title: "the signing key rotated while signed in", section: "scenarios", fails: [] },
    { id: "seven-days", title: "six days away, then seven", section: "scenarios", fails: [] },
    {
      id: "refresh-expired",
      title: "the refresh token has expired: a clean sign-in with a way back",
      section: "scenarios",
      fails: [],
    },
    { id: "suspended-user", title: "the user is suspended while signed in", section: "scenarios", fails: [] },
    {
      id: "stolen-token",
      title: "a stolen refresh token is used before its owner's",
      section: "scenarios",
      fails: [],
    },
    {
      id: "spent-token",
      title: "a refresh token is replayed five seconds after its owner used it",
      section: "scenarios",
      fails: [],
    },
    {
      id: "copied-cookie",
      title: "a cookie that was copied before sign-out, used after it",
      section: "scenarios",
      fails: [],
    },
  ],
  claims: [],
  missions: [],
  sources: [],
});
