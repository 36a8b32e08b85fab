import { defineLesson } from "@/lib/lesson/meta";

export default defineLesson({
  slug: "signing-out",
  title: "Signing out",
  summary:
    "What a press of “Sign out” ends and what it leaves alive: copied cookies, the tokens at the backend, the other browser.",
  order: 6,
  variants: [
    {
      name: "cookie-only",
      summary: "`signOut()`, and nothing else: one browser forgets its cookie.",
      file: "variants/cookie-only.ts",
      verdict: "wrong",
    },
    {
      name: "revokes-refresh",
      summary: "The backend is told, and ends the sign-in’s tokens. The app itself asks nobody.",
      file: "variants/revokes-refresh.ts",
      verdict: "wrong",
    },
    {
      name: "revokes-and-asks",
      summary: "The same, and each time a session is read the app asks the backend whether it is still one.",
      file: "variants/revokes-and-asks.ts",
      verdict: "wrong",
    },
    {
      name: "session-list",
      summary:
        "The app keeps a list of who is signed in: the cookie holds an id, ending a session strikes it off, and the backend is told until it has heard.",
      file: "variants/session-list.ts",
      verdict: "right",
    },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  checks: [
    {
      id: "access-token",
      title: "the access token from before is refused after sign-out",
      section: "the-backend-is-not-told",
      whenRed: "The access token from before the sign-out still opens the backend.",
      fails: ["cookie-only"],
    },
    {
      id: "refresh-token",
      title: "the refresh token from before is refused after sign-out",
      section: "the-backend-is-not-told",
      whenRed: "The refresh token from before the sign-out still buys a new pair.",
      fails: ["cookie-only"],
    },
    {
      id: "cookie-data",
      title: "a copied cookie reads and changes nothing after sign-out",
      section: "the-backend-is-not-told",
      whenRed: "A copied cookie still reads or deletes notes after the sign-out.",
      fails: ["cookie-only"],
    },
    {
      id: "cookie-session",
      title: "a copied cookie is nobody to NextAuth after sign-out",
      section: "the-app-does-not-ask",
      whenRed: "To NextAuth, a copied cookie is still the user after the sign-out.",
      fails: ["cookie-only", "revokes-refresh", "yours"],
    },
    {
      id: "cookie-page",
      title: "a page that asks NextAuth alone does not open to a copied cookie",
      section: "the-app-does-not-ask",
      whenRed: "A page that asks NextAuth alone still opens to a copied cookie.",
      fails: ["cookie-only", "revokes-refresh", "yours"],
    },
    {
      id: "no-extra-call",
      title: "reading a session asks the backend nothing",
      section: "ask-each-time",
      whenRed: "Whenever a session is only read, the backend is asked as well.",
      fails: ["revokes-and-asks"],
    },
    {
      id: "outage-while-in",
      title: "an outage of the backend signs nobody out",
      section: "ask-each-time",
      whenRed: "An outage of the backend signs the user out.",
      fails: [],
    },
    {
      id: "late-answer",
      title: "an answer from before the sign-out lands after it, and signs nobody in",
      section: "an-answer-that-lands-late",
      whenRed: "A session answer from before the sign-out that lands after it signs the user in again.",
      fails: ["cookie-only", "revokes-refresh", "yours"],
    },
    {
      id: "while-renewing",
      title: "a renewal that is under way while the user signs out ends with the rest",
      section: "an-answer-that-lands-late",
      whenRed:
        "Tokens that were renewed while the user signed out go on working, or the sign-out’s answer carries a session as well.",
      fails: ["cookie-only"],
    },
    {
      id: "backend-down",
      title: "the backend is down at sign-out: this browser is signed out, and the backend hears of it later",
      section: "when-the-backend-is-down",
      whenRed: "A sign-out during an outage leaves this browser signed in, or the backend never hears of it.",
      fails: ["cookie-only", "revokes-refresh", "revokes-and-asks", "yours"],
    },
    {
      id: "not-heard",
      title: "the backend answers a sign-out with nonsense, and is told again",
      section: "when-the-backend-is-down",
      whenRed:
        "A sign-out that the backend answers with nonsense leaves the user signed in, or is never told again.",
      fails: ["cookie-only", "revokes-refresh", "revokes-and-asks", "yours"],
    },
    {
      id: "no-wait",
      title: "a sign-in does not wait for what others’ sign-outs still owe the backend",
      section: "at-sign-out-first-here-then-there",
      whenRed: "A sign-in waits until the backend has been told of others’ sign-outs.",
      fails: [],
    },
    {
      id: "everywhere",
      title: "“sign out everywhere” ends the other browser’s session, and nobody else’s",
      section: "everywhere",
      whenRed: "“Sign out everywhere” leaves the other browser signed in, or ends somebody else’s session.",
      fails: ["cookie-only", "revokes-refresh", "revokes-and-asks", "yours"],
    },
    {
      id: "one-only",
      title: "signing out here leaves the other browser signed in",
      section: "everywhere",
      whenRed: "A sign-out here ends the other browser’s session as well.",
      fails: [],
    },
    {
      id: "other-tabs",
      title: "the other tabs of this browser learn of it",
      section: "run-it",
      whenRed: "The other tabs of this browser go on as if the user were signed in.",
      fails: [],
    },
    {
      id: "back",
      title: "Back after sign-out shows none of the user’s notes",
      section: "pages-that-are-still-open",
      whenRed: "After sign-out, the browser’s Back button shows the user’s notes.",
      fails: [],
    },
    {
      id: "other-tab-list",
      title:
        "another tab stops showing the notes, and shows the next user’s once somebody else has signed in",
      section: "pages-that-are-still-open",
      whenRed: "Another tab goes on showing the previous user’s notes.",
      fails: [],
    },
    {
      id: "twice",
      title: "signing out twice does no harm",
      section: "twice-and-by-others",
      whenRed: "A second sign-out fails, or ends a session that it should not.",
      fails: [],
    },
    {
      id: "other-site",
      title: "another site’s page signs nobody out",
      section: "twice-and-by-others",
      whenRed: "Another site’s page signs the user out.",
      fails: [],
    },
  ],
  results: {
    caption:
      "What holds under which variant: each mark is one run in a real browser, and opens what was sent in it.",
  },
  claims: [
    {
      id: "tabs-learn",
      text: "The browser’s other tabs show the sign-out at once, under each variant.",
      check: "other-tabs",
    },
    {
      id: "access-lives",
      text: "Under `cookie-only` the access token from before still reads the notes.",
      check: "access-token",
    },
    {
      id: "refresh-lives",
      text: "Under `cookie-only` the refresh token from before still buys the next pair.",
      check: "refresh-token",
    },
    {
      id: "copy-reads",
      text: "Under `cookie-only` a copied cookie reads the notes and deletes one.",
      check: "cookie-data",
    },
    {
      id: "sid-refuses",
      text: "Under `revokes-refresh` the backend refuses the access token at once, although it has not expired.",
      check: "access-token",
    },
    {
      id: "copy-reads-nothing",
      text: "Under `revokes-refresh` the copied cookie reads and changes nothing.",
      check: "cookie-data",
    },
    {
      id: "copy-greeted",
      text: "Under `revokes-refresh` NextAuth greets the copied cookie by name.",
      check: "cookie-session",
    },
    {
      id: "copy-opens-page",
      text: "Under `revokes-refresh` a page that asks NextAuth alone opens to it.",
      check: "cookie-page",
    },
    {
      id: "late-signs-in",
      text: "Under `cookie-only` an answer that was made before the sign-out and lands after it signs the user in again, notes and all.",
      check: "late-answer",
    },
    {
      id: "late-greeted",
      text: "Under `revokes-refresh` it brings back the name, and no notes.",
      check: "late-answer",
    },
    {
      id: "late-nobody",
      text: "Under `revokes-and-asks` and `session-list` it brings back nobody.",
      check: "late-answer",
    },
    {
      id: "renewal-ends",
      text: "Under every variant but `cookie-only` tokens that were renewed while the user signed out have ended with the rest.",
      check: "while-renewing",
    },
    {
      id: "one-cookie",
      text: "A sign-out with an expired access token sets the session cookie once, to nothing.",
      check: "while-renewing",
    },
    {
      id: "asking-helps",
      text: "Under `revokes-and-asks` the copied cookie is nobody.",
      check: "cookie-session",
    },
    {
      id: "asking-costs",
      text: "Under `revokes-and-asks` each reading of a session is a call to the backend.",
      check: "no-extra-call",
    },
    {
      id: "outage-signs-nobody-out",
      text: "An outage of the backend signs nobody out, under each variant.",
      check: "outage-while-in",
    },
    {
      id: "outage-loses",
      text: "Under `revokes-refresh` and `revokes-and-asks` a sign-out during an outage never reaches the backend.",
      check: "backend-down",
    },
    {
      id: "list-ends",
      text: "Under `session-list` the copied cookie is nobody.",
      check: "cookie-session",
    },
    {
      id: "list-asks-nobody",
      text: "Under `session-list` reading a session asks the backend nothing.",
      check: "no-extra-call",
    },
    {
      id: "list-tells-later",
      text: "Under `session-list` a sign-out during an outage counts in the app at once, and reaches the backend when it answers again.",
      check: "backend-down",
    },
    {
      id: "nonsense-lost",
      text: "Under `revokes-refresh` and `revokes-and-asks` a sign-out that is answered with nonsense is not told again.",
      check: "not-heard",
    },
    {
      id: "list-told-again",
      text: "Under `session-list` an answer that is no yes changes nothing: the backend is told again.",
      check: "not-heard",
    },
    {
      id: "list-no-wait",
      text: "Under `session-list` a sign-in is answered before the backend is told of others’ sign-outs.",
      check: "no-wait",
    },
    {
      id: "back-shows-none",
      text: "Back after sign-out shows none of the user’s notes, under each variant.",
      check: "back",
    },
    {
      id: "open-tab-hides",
      text: "Another tab hides the notes after sign-out, and shows the next user’s once somebody else has signed in.",
      check: "other-tab-list",
    },
    {
      id: "list-everywhere",
      text: "Under `session-list` “sign out everywhere” ends the user’s session in another browser, and leaves other users alone.",
      check: "everywhere",
    },
    {
      id: "others-cannot",
      text: "Under the other variants the other browser stays signed in.",
      check: "everywhere",
    },
    {
      id: "one-only-one",
      text: "A plain sign-out leaves the user’s other browser alone.",
      check: "one-only",
    },
    { id: "twice-harmless", text: "A second sign-out, with a copied cookie, does no harm.", check: "twice" },
    {
      id: "forgery-fails",
      text: "A GET, and a POST without NextAuth’s CSRF token, sign nobody out.",
      check: "other-site",
    },
  ],
  missions: [
    {
      id: "end-family",
      text: "Sign out, and end the family at the backend.",
      when: { name: "family.revoked", code: "signed-out" },
    },
    {
      id: "copy-ended",
      text: "Come back with a copied cookie, and be nobody.",
      when: { name: "session.ended" },
    },
    {
      id: "unheard",
      text: "Sign out while the backend is down.",
      when: { name: "revocation.unheard" },
    },
    { id: "everywhere", text: "Sign out everywhere.", when: { name: "signed-out.everywhere" } },
  ],
  hints: [
    {
      title: "cookie-session and cookie-page",
      text: "A cookie that anybody can copy cannot end by itself: something on the server must know that it has. Give the session an id in `begin`, keep it in a `sharedStore`, and answer `isAlive` from there.",
    },
    {
      title: "no-extra-call and outage-while-in",
      text: "The store is the app’s own. `isAlive` needs no call to the backend, so an outage cannot change its answer.",
    },
    {
      title: "backend-down, not-heard and no-wait",
      text: "First end the session in your store, then call the backend, and catch what goes wrong. Any `BackendError` means: it may not have heard. Remember the refresh token, and try again in `begin`, when somebody’s sign-in has just shown that the backend is up. Next’s `after()` runs that once the sign-in has been answered.",
    },
    {
      title: "backends that forget spent tokens",
      text: "Which refresh token will end the session in a month? The newest. `isAlive` is given it whenever the session is read: keep it if it expires later than the one you have, and do it with the store’s `change`, so that a session that ends at that moment stays ended.",
    },
    {
      title: "everywhere, one-only and twice",
      text: "`token.sub` is the user’s id. Keep it beside each session, and end those that have it. A plain sign-out ends the one with its own `sessionId`. Ending what has ended is no error, for you and for the backend (RFC 7009, section 2.2).",
    },
  ],
  sources: [
    {
      title:
        "RFC 7009: token revocation, sections 2.1 (what else is revoked) and 2.2 (an unknown token is no error)",
      url: "https://www.rfc-editor.org/rfc/rfc7009#section-2.1",
    },
    {
      title:
        "RFC 9700: best current practice for OAuth 2.0 security, section 4.14.2 (when refresh tokens are revoked)",
      url: "https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2",
    },
    {
      title:
        "RFC 10017: OAuth 2.0 for browser-based applications, section 6.1.2.3 (sessions on the server, or in the cookie)",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-6.1.2.3",
    },
    {
      title: "OWASP ASVS 5.0, section V7.4 (7.4.1: after sign-out a session can no longer be used)",
      url: "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md",
    },
    {
      title: "OWASP: session management, logout and expiry",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html",
    },
    {
      title: "NextAuth: events.signOut",
      url: "https://next-auth.js.org/configuration/events#signout",
    },
    {
      title: "NextAuth: a session answer that lands after sign-out signs the user in again (issue 4612)",
      url: "https://github.com/nextauthjs/next-auth/issues/4612",
    },
    {
      title: "NextAuth: signOut() in the client",
      url: "https://next-auth.js.org/getting-started/client#signout",
    },
    {
      title: "OpenID Connect back-channel logout (an issuer tells its apps)",
      url: "https://openid.net/specs/openid-connect-backchannel-1_0.html",
    },
  ],
});
