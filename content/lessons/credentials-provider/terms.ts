import type { LessonTerm } from "@/lib/glossary/term";

/** The terms of the glossary that this lesson is about. */
export const terms: readonly LessonTerm[] = [
  {
    id: "credentials-provider",
    term: "credentials provider",
    text: "NextAuth’s way to sign in with a form of your own: its `authorize` takes what was typed and answers who that is.",
    section: "run-it",
  },
  {
    id: "jwt-callback",
    term: "jwt callback",
    text: "NextAuth calls it when a session is made or read. What it returns is what the session cookie holds.",
    section: "into-the-cookie-and-no-further",
  },
  {
    id: "session-callback",
    term: "session callback",
    text: "What it returns is what `/api/auth/session` answers, to any script on the page.",
    section: "it-hands-the-tokens-to-every-script",
  },
  {
    id: "httponly",
    term: "HttpOnly",
    text: "A cookie that scripts cannot read (RFC 6265 §4.1.2.6). They can still send it.",
    section: "one-lifetime-said-twice",
  },
  {
    id: "csrf-token",
    term: "CSRF token",
    text: "A value that only your own pages know, so that another site cannot send a form in your user’s name.",
    section: "it-lets-the-browser-write-the-token",
  },
];
