import { defineLesson } from "@/lib/lesson/meta";

export default defineLesson({
  slug: "tokens-and-the-browser",
  title: "Tokens and the browser",
  summary:
    "What a script on your page can take with it, what it can only use while the page is open, and how a backend for frontend makes the difference.",
  order: 5,
  variants: [
    {
      name: "token-on-session",
      summary: "The access token is on the session, and the page’s script calls the backend with it.",
      file: "variants/token-on-session.ts",
      verdict: "wrong",
    },
    {
      name: "token-from-route",
      summary:
        "The session is clean; a Route Handler hands the token to the page’s script, which keeps it in memory.",
      file: "variants/token-from-route.ts",
      verdict: "wrong",
    },
    {
      name: "open-proxy",
      summary: "The token stays on the server, which sends anything anywhere for whoever asks.",
      file: "variants/open-proxy.ts",
      verdict: "wrong",
    },
    {
      name: "bff",
      summary:
        "A backend for frontend: three operations, for the app’s own pages only, with answers in the app’s own words.",
      file: "variants/bff.ts",
      verdict: "right",
    },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  checks: [
    {
      id: "rightful-user",
      title: "the page shows its user’s notes, and adds one",
      section: "run-it",
      whenRed: "The page does not show its user’s notes, or cannot add one.",
      fails: [],
    },
    {
      id: "after-expiry",
      title: "the page goes on working after the access token has expired",
      section: "in-memory-is-not-hidden",
      whenRed: "Once the access token has expired, the page can read and add no more.",
      fails: ["token-from-route"],
    },
    {
      id: "session-json",
      title: "the session that a browser can read holds no token",
      section: "the-token-on-the-session",
      whenRed: "A script reads a token in the session.",
      fails: ["token-on-session", "yours"],
    },
    {
      id: "received",
      title: "nothing that the browser receives holds a token",
      section: "in-memory-is-not-hidden",
      whenRed: "Something that the browser receives holds a token.",
      fails: ["token-on-session", "token-from-route", "yours"],
    },
    {
      id: "stolen-elsewhere",
      title: "what a script on the page took is of no use elsewhere, with the page closed",
      section: "the-token-on-the-session",
      whenRed: "What a script took from the page still opens the backend after the page was closed.",
      fails: ["token-on-session", "token-from-route", "open-proxy", "yours"],
    },
    {
      id: "riding",
      title: "while the page is open, a script on it reads what its user may read",
      section: "what-stays-possible",
      whenRed: "A script on the open page cannot read what its user may read: something else is broken.",
      fails: [],
    },
    {
      id: "other-site",
      title: "a page on another site writes nothing",
      section: "another-sites-page",
      whenRed: "A page on another site, or on a sibling host, writes a note with the user’s cookies.",
      fails: ["open-proxy"],
    },
    {
      id: "other-paths",
      title: "a path that the app does not need never reaches the backend",
      section: "a-server-that-goes-anywhere",
      whenRed: "A caller reaches a part of the backend that the app has no use for.",
      fails: ["open-proxy"],
    },
    {
      id: "other-hosts",
      title: "the token goes to the backend, and to nobody else",
      section: "a-server-that-goes-anywhere",
      whenRed: "The app’s server sends the user’s token to an address that a caller named.",
      fails: ["open-proxy"],
    },
    {
      id: "own-words",
      title: "a refusal of the backend’s comes back in the app’s own words",
      section: "an-answer-of-ones-own",
      whenRed: "The browser reads the backend’s own refusal.",
      fails: ["open-proxy"],
    },
    {
      id: "nobody",
      title: "whoever is not signed in gets nothing",
      section: "three-operations",
      whenRed: "Somebody who is not signed in is answered by the backend.",
      fails: [],
    },
  ],
  results: {
    caption:
      "What holds under which variant: each mark is one run in a real browser, and opens what was sent in it.",
  },
  claims: [
    {
      id: "works-for-its-user",
      text: "Under each variant the page shows its user’s notes and adds one.",
      check: "rightful-user",
    },
    {
      id: "session-tells",
      text: "Under `token-on-session` the answer of `/api/auth/session` holds the access token.",
      check: "session-json",
    },
    {
      id: "html-tells",
      text: "Under `token-on-session` the token is in the page’s HTML as well.",
      check: "received",
    },
    {
      id: "outlives-the-page",
      text: "Under `token-on-session` the thief reads the notes ten minutes after the page was closed.",
      check: "stolen-elsewhere",
    },
    {
      id: "memory-is-asked-again",
      text: "Under `token-from-route` the script asks the same route, and takes the token elsewhere.",
      check: "stolen-elsewhere",
    },
    {
      id: "memory-grows-old",
      text: "Under `token-from-route` the page’s first call after the expiry is refused.",
      check: "after-expiry",
    },
    {
      id: "proxy-carries-out",
      text: "Under `open-proxy` one request makes the app’s server send the attacker the access token and the session cookie.",
      check: "other-hosts",
    },
    {
      id: "cookie-works-elsewhere",
      text: "Under `open-proxy` the thief uses both of them elsewhere.",
      check: "stolen-elsewhere",
    },
    {
      id: "proxy-opens-all",
      text: "Under `open-proxy` a script of an admin’s page lists the users and makes Linus an admin.",
      check: "other-paths",
    },
    {
      id: "proxy-writes-for-others",
      text: "Under `open-proxy` a form on another site adds a note.",
      check: "other-site",
    },
    {
      id: "proxy-passes-on",
      text: "Under `open-proxy` the browser reads the backend’s own refusal, header and all.",
      check: "own-words",
    },
    {
      id: "bff-gives-nothing",
      text: "Under `bff` what the script took is of no use elsewhere.",
      check: "stolen-elsewhere",
    },
    {
      id: "bff-received",
      text: "Under `bff` no answer that the browser receives holds a token: not the page, not its scripts, not its data.",
      check: "received",
    },
    {
      id: "bff-other-paths",
      text: "Under `bff` a path that is not on the list never reaches the backend.",
      check: "other-paths",
    },
    {
      id: "bff-other-site",
      text: "Under `bff` another site’s page writes nothing, nor does one on a sibling host, nor one in a browser without Fetch Metadata.",
      check: "other-site",
    },
    {
      id: "bff-renews",
      text: "Under `bff` the page does not notice an expiry.",
      check: "after-expiry",
    },
    { id: "bff-nobody", text: "Under `bff` whoever is not signed in gets nothing.", check: "nobody" },
    {
      id: "riding-stays",
      text: "Under each variant, `bff` too, the script reads the user’s notes while the page is open.",
      check: "riding",
    },
  ],
  missions: [
    {
      id: "take-token",
      text: "Have a script take an access token.",
      when: { name: "POST attacker.example/collect", code: "access-token" },
    },
    {
      id: "thief-in",
      text: "Let the thief use it from elsewhere.",
      when: { name: "thief.came", code: "in" },
    },
    {
      id: "carry-out",
      text: "Have your own server carry the token out.",
      when: { name: "GET attacker.example/collect", code: "access-token" },
    },
    {
      id: "thief-out",
      text: "Send the thief away with nothing that works.",
      when: { name: "thief.came", code: "out" },
    },
  ],
  hints: [
    {
      title: "session-json and received",
      text: "The session callback adds one field. Without it the page’s script calls `GET /api/backend/notes`, which is not there yet: so the next step is `route`.",
    },
    {
      title: "rightful-user and after-expiry",
      text: "In the route, `currentSession()` has the user’s access token, refreshed where that was due. `listNotes` and `addNote` in `@/lib/backend/notes` take it and parse the answer. Return what they return, as JSON.",
    },
    {
      title: "other-paths and other-hosts",
      text: "Do not build an address out of anything that the request brings. Compare its path and its method with what you serve, and refuse the rest before you look at the session.",
    },
    {
      title: "other-site",
      text: "`Sec-Fetch-Site` must be `same-origin`: `same-site` is a page on another host. `callerOf` in `@/lib/http/same-origin` tells. Where it does not know, ask for `X-Notes-Client`, which a form cannot send and a script of another site only after a preflight.",
    },
    {
      title: "own-words",
      text: "The calls throw a `BackendError` with a code. Turn it into a status and a word of your own; pass on no header and no text of the backend’s.",
    },
  ],
  sources: [
    {
      title:
        "RFC 10017: OAuth 2.0 for browser-based applications, section 5 (what malicious JavaScript does)",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-5",
    },
    {
      title: "RFC 10017, section 6.1 (backend for frontend)",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-6.1",
    },
    {
      title: "RFC 10017, section 6.2 (token-mediating backend)",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-6.2",
    },
    {
      title: "OWASP ASVS 5.0, section V10.1 (10.1.1: tokens go only to who needs them)",
      url: "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x19-V10-OAuth-and-OIDC.md",
    },
    {
      title: "OWASP: cross-site request forgery prevention (Fetch Metadata, with a fallback)",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html",
    },
    {
      title: "OWASP: server-side request forgery prevention",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html",
    },
    {
      title: "W3C: Fetch Metadata request headers",
      url: "https://www.w3.org/TR/fetch-metadata/",
    },
    {
      title: "NextAuth: the session callback, and what it exposes",
      url: "https://next-auth.js.org/configuration/callbacks#session-callback",
    },
  ],
});
