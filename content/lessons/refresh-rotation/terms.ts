import type { LessonTerm } from "@/lib/glossary/term";

/** The terms of the glossary that this lesson is about. */
export const terms: readonly LessonTerm[] = [
  {
    id: "rotation",
    term: "rotation",
    forms: ["rotates", "rotated"],
    text: "Each refresh hands out a new refresh token and ends the old one. A token that comes a second time was used twice: mostly by two requests of the same app that raced, sometimes by a thief. The backend cannot tell which.",
    section: "when-it-is-stolen",
  },
  {
    id: "silent-refresh",
    term: "silent refresh",
    forms: ["silent refreshes"],
    text: "A new access token is fetched while the user works, and the user notices nothing.",
    section: "run-it",
  },
  {
    id: "token-family",
    term: "token family",
    forms: ["family", "families", "token families"],
    text: "All tokens that come from one sign-in, each refresh token the successor of another. When a spent one comes again, outside any grace window, all are revoked.",
    section: "when-it-is-stolen",
  },
  {
    id: "reuse-detection",
    term: "reuse detection",
    text: "The backend notices that a spent refresh token came again. It cannot tell the owner from the thief, so it ends the whole family (RFC 9700 §4.14.2).",
    section: "when-it-is-stolen",
  },
  {
    id: "grace-window",
    term: "grace window",
    text: "Some seconds in which a spent refresh token is answered once more, so that two requests at once are no theft. The answer brings the same successor (this backend) or another one (Auth0). No standard has such a window; many vendors do.",
    section: "ask-the-backend-for-grace",
  },
  {
    id: "idle-lifetime",
    term: "idle lifetime",
    forms: ["idle end"],
    text: "How long a refresh token may lie unused. Each refresh starts it anew.",
    section: "two-ends",
  },
  {
    id: "absolute-lifetime",
    term: "absolute lifetime",
    forms: ["absolute end"],
    text: "How long after sign-in the user must sign in again, however busy the session was. No refresh moves it.",
    section: "two-ends",
  },
  {
    id: "single-flight",
    term: "single-flight",
    text: "Whoever asks for something that is on its way already waits for the same answer, so that one call is made and not five.",
    section: "the-usual-half-fix",
  },
  {
    id: "confidential-client",
    term: "confidential client",
    text: "An app that can keep a secret and prove itself with it at the backend (RFC 6749 §2.1). A Next server is one; a browser is not.",
    section: "which-one-to-take",
  },
  {
    id: "server-component",
    term: "Server Component",
    text: "A React component that runs on the server while the page is made. It can read cookies. It cannot set one.",
    section: "where-the-cookie-is-lost",
  },
  {
    id: "proxy",
    term: "proxy",
    forms: ["proxies"],
    text: "Next’s `proxy.ts`, called middleware before Next 16: it runs before anything renders, and can read and write cookies of both request and response.",
    section: "refresh-before-anything-renders",
  },
];
