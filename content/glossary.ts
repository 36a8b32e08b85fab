import { defineGlossary } from "@/lib/glossary/term";

const start = (section: string) => ({
  href: `/lessons/start#${section}`,
  title: "Two tokens, two lifetimes",
});
const signIn = (section: string) => ({
  href: `/lessons/credentials-provider#${section}`,
  title: "The credentials provider",
});
const rotation = (section: string) => ({
  href: `/lessons/refresh-rotation#${section}`,
  title: "Refresh rotation",
});
const actions = (section: string) => ({
  href: `/lessons/server-action-protection#${section}`,
  title: "Server Actions",
});

const browser = (section: string) => ({
  href: `/lessons/tokens-and-the-browser#${section}`,
  title: "Tokens and the browser",
});
const signOut = (section: string) => ({
  href: `/lessons/signing-out#${section}`,
  title: "Signing out",
});

/** The terms that the lessons use, each with a definition and the lesson that explains it. */
export const glossary = defineGlossary([
  {
    id: "access-token",
    term: "access token",
    text: "What your backend issues at sign-in and accepts with each call. Here a signed JWT that lives for minutes: anyone who holds it can read it, and use it.",
    lesson: start("the-access-token"),
  },
  {
    id: "refresh-token",
    term: "refresh token",
    text: "A random string that your backend exchanges for the next access token (RFC 6749 §6). It goes to one place only, lives for days, and can be revoked there.",
    lesson: start("the-refresh-token"),
  },
  {
    id: "session-cookie",
    term: "session cookie",
    text: "NextAuth’s own cookie, encrypted by your Next server, and readable by that server alone. It says who is signed in, and often carries the backend’s tokens.",
    lesson: start("the-session-cookie"),
  },
  {
    id: "jwt",
    term: "JWT",
    text: "JSON Web Token: claims in JSON, signed (a JWS, three parts) or encrypted (a JWE, five parts). RFC 7519.",
    lesson: start("run-it"),
  },
  {
    id: "jwe",
    term: "JWE",
    text: "An encrypted token of five parts (RFC 7516). Without the key, only its header can be read. NextAuth’s session cookie is one.",
    lesson: start("the-session-cookie"),
  },
  {
    id: "jws",
    term: "JWS",
    text: "A signed token of three parts (RFC 7515). The signature says who wrote it. It hides nothing.",
    lesson: start("run-it"),
  },
  {
    id: "claim",
    term: "claim",
    text: "One statement in a token, such as who it is about (`sub`), who made it (`iss`) or when it ends (`exp`). In the lessons’ margins the word means something else: a sentence that a check proves.",
    lesson: start("the-access-token"),
  },
  {
    id: "issuer",
    term: "issuer",
    text: "Who made a token: the claim `iss`. A verifier accepts one issuer, whose keys it knows.",
    lesson: start("the-access-token"),
  },
  {
    id: "audience",
    term: "audience",
    text: "For whom a token was made: the claim `aud`. A service refuses tokens that were made for another.",
    lesson: start("the-access-token"),
  },
  {
    id: "rotation",
    term: "rotation",
    forms: ["rotates", "rotated"],
    text: "Each refresh hands out a new refresh token and ends the old one. A token that comes a second time was used twice: mostly by two requests of the same app that raced, sometimes by a thief. The backend cannot tell which.",
    lesson: rotation("when-it-is-stolen"),
  },
  {
    id: "silent-refresh",
    term: "silent refresh",
    forms: ["silent refreshes"],
    text: "A new access token is fetched while the user works, and the user notices nothing.",
    lesson: rotation("run-it"),
  },
  {
    id: "token-family",
    term: "token family",
    forms: ["family", "families", "token families"],
    text: "All tokens that come from one sign-in, each refresh token the successor of another. When a spent one comes again, outside any grace window, all are revoked.",
    lesson: rotation("when-it-is-stolen"),
  },
  {
    id: "reuse-detection",
    term: "reuse detection",
    text: "The backend notices that a spent refresh token came again. It cannot tell the owner from the thief, so it ends the whole family (RFC 9700 §4.14.2).",
    lesson: rotation("when-it-is-stolen"),
  },
  {
    id: "grace-window",
    term: "grace window",
    text: "Some seconds in which a spent refresh token is answered once more, so that two requests at once are no theft. The answer brings the same successor (this backend) or another one (Auth0). No standard has such a window; many vendors do.",
    lesson: rotation("ask-the-backend-for-grace"),
  },
  {
    id: "idle-lifetime",
    term: "idle lifetime",
    forms: ["idle end"],
    text: "How long a refresh token may lie unused. Each refresh starts it anew.",
    lesson: rotation("two-ends"),
  },
  {
    id: "absolute-lifetime",
    term: "absolute lifetime",
    forms: ["absolute end"],
    text: "How long after sign-in the user must sign in again, however busy the session was. No refresh moves it.",
    lesson: rotation("two-ends"),
  },
  {
    id: "single-flight",
    term: "single-flight",
    text: "Whoever asks for something that is on its way already waits for the same answer, so that one call is made and not five.",
    lesson: rotation("the-usual-half-fix"),
  },
  {
    id: "confidential-client",
    term: "confidential client",
    text: "An app that can keep a secret and prove itself with it at the backend (RFC 6749 §2.1). A Next server is one; a browser is not.",
    lesson: rotation("which-one-to-take"),
  },
  {
    id: "revocation",
    term: "revocation",
    forms: ["revoke", "revoked"],
    text: "A token is ended before its time. Easy for what the backend looks up, hard for what others check by its signature alone.",
    lesson: signOut("the-backend-is-not-told"),
  },
  {
    id: "credentials-provider",
    term: "credentials provider",
    text: "NextAuth’s way to sign in with a form of your own: its `authorize` takes what was typed and answers who that is.",
    lesson: signIn("run-it"),
  },
  {
    id: "jwt-callback",
    term: "jwt callback",
    text: "NextAuth calls it when a session is made or read. What it returns is what the session cookie holds.",
    lesson: signIn("into-the-cookie-and-no-further"),
  },
  {
    id: "session-callback",
    term: "session callback",
    text: "What it returns is what `/api/auth/session` answers, to any script on the page.",
    lesson: signIn("it-hands-the-tokens-to-every-script"),
  },
  {
    id: "httponly",
    term: "HttpOnly",
    text: "A cookie that scripts cannot read (RFC 6265 §4.1.2.6). They can still send it.",
    lesson: signIn("one-lifetime-said-twice"),
  },
  {
    id: "csrf-token",
    term: "CSRF token",
    text: "A value that only your own pages know, so that another site cannot send a form in your user’s name.",
    lesson: signIn("it-lets-the-browser-write-the-token"),
  },
  {
    id: "server-component",
    term: "Server Component",
    text: "A React component that runs on the server while the page is made. It can read cookies. It cannot set one.",
    lesson: rotation("where-the-cookie-is-lost"),
  },
  {
    id: "server-action",
    term: "Server Action",
    text: 'A function that a form calls, marked `"use server"`. Next publishes it as a POST endpoint that anybody can reach.',
    lesson: actions("what-is-on-the-wire"),
  },
  {
    id: "route-handler",
    term: "Route Handler",
    text: "A file `route.ts` that answers requests at an address of its own.",
    lesson: actions("the-same-guard-on-a-route-handler"),
  },
  {
    id: "proxy",
    term: "proxy",
    forms: ["proxies"],
    text: "Next’s `proxy.ts`, called middleware before Next 16: it runs before anything renders, and can read and write cookies of both request and response.",
    lesson: rotation("refresh-before-anything-renders"),
  },
  {
    id: "data-layer",
    term: "data layer",
    text: "The one module through which pages and actions reach the data, and where each access is checked.",
    lesson: actions("fix-it"),
  },
  {
    id: "backend-for-frontend",
    term: "backend for frontend",
    forms: ["BFF"],
    text: "A server that a page’s script calls in place of the API: it keeps the tokens, and offers only the operations that the page needs (RFC 10017 §6.1).",
    lesson: browser("fix-it"),
  },
  {
    id: "token-mediating-backend",
    term: "token-mediating backend",
    text: "A server that signs in and refreshes, and hands the access token to the browser (RFC 10017 §6.2). It protects the refresh token only.",
    lesson: browser("the-token-on-the-session"),
  },
  {
    id: "fetch-metadata",
    term: "Fetch Metadata",
    text: "Headers in which the browser itself says who asks, such as Sec-Fetch-Site. No script can set or change them.",
    lesson: browser("only-our-own-pages"),
  },
  {
    id: "server-side-request-forgery",
    term: "server-side request forgery",
    forms: ["SSRF"],
    text: "A server that calls an address which its caller chose, with the rights and from the network of the server.",
    lesson: browser("a-server-that-goes-anywhere"),
  },
  {
    id: "outbox",
    term: "outbox",
    text: "A list of what another system is still to be told. One’s own part is done at once, and the list is worked off when the other answers.",
    lesson: signOut("at-sign-out-first-here-then-there"),
  },
  {
    id: "lab",
    term: "lab",
    text: "Your private copy of the whole thing: users, notes, a clock, settings, token families and the list of what happened. It ends after two idle hours.",
    lesson: start("run-it"),
  },
]);
