import { defineLesson } from "@/lib/lesson/meta";

export default defineLesson({
  slug: "refresh-rotation",
  title: "Refresh rotation",
  summary:
    "Where a refresh may happen, who can keep what came of it, and which of five strategies survives which accident.",
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
  results: {
    caption:
      "What each strategy survives, as the checks measured it. The first mark is without a grace window at the backend, the second with ten seconds of it. Each opens the recording of its run.",
    row: "Scenario",
    passes: "survives",
    fails: "does not survive",
  },
  checks: [
    {
      id: "idle-return",
      title: "back at an open tab after the access token has expired",
      section: "run-it",
      whenRed: "A user who comes back after the access token has expired is signed out.",
      fails: ["none"],
    },
    {
      id: "layout-and-page",
      title: "a page opened after expiry, whose layout and page both read the session",
      section: "where-the-cookie-is-lost",
      whenRed: "A user who opens a page after expiry is signed out, then or at the next expiry.",
      fails: ["none", "in-callback", "in-callback-locked", "yours"],
    },
    {
      id: "data-request",
      title: "a request to a Route Handler after expiry",
      section: "where-the-cookie-is-lost",
      whenRed: "A request to a Route Handler after expiry costs the user the session.",
      fails: ["none", "in-callback", "in-callback-locked", "yours"],
    },
    {
      id: "parallel-requests",
      title: "five requests at once after expiry",
      section: "five-requests-at-once",
      whenRed: "Five requests that refresh at once sign the user out.",
      fails: ["none"],
      failsUnder: { "grace-0": ["in-callback", "yours"] },
    },
    {
      id: "two-tabs",
      title: "two tabs that come back at once",
      section: "five-requests-at-once",
      whenRed: "Two tabs that come back at once sign the user out.",
      fails: ["none"],
      failsUnder: { "grace-0": ["in-callback", "yours"] },
    },
    {
      id: "late-answer",
      title: "an answer from before the refresh that lands after it",
      section: "the-last-write-wins",
      whenRed:
        "An answer that was on its way during a refresh brings the old cookie back, and the user is signed out.",
      fails: ["none", "in-callback", "in-callback-locked", "in-proxy", "yours"],
    },
    {
      id: "backend-down",
      title: "the backend is down when it is time to refresh, then back",
      section: "an-outage-is-not-a-no",
      whenRed: "An outage at the moment of the refresh costs the user the session.",
      fails: ["none"],
    },
    {
      id: "backend-silent",
      title: "the backend does not answer when it is time to refresh, then does",
      section: "an-outage-is-not-a-no",
      whenRed: "A backend that does not answer a refresh costs the user the session.",
      fails: ["none"],
    },
    {
      id: "backend-malformed",
      title: "the backend answers nonsense when it is time to refresh, then sense",
      section: "an-outage-is-not-a-no",
      whenRed: "An answer to a refresh that makes no sense costs the user the session.",
      fails: ["none"],
    },
    {
      id: "client-refused",
      title: "the backend refuses the app’s own secret when it is time to refresh, then takes it",
      section: "an-outage-is-not-a-no",
      whenRed: "A refusal of the app itself, such as invalid_client, costs the user the session.",
      fails: ["none"],
    },
    {
      id: "token-endpoint-down",
      title: "the token endpoint alone is down when it is time to refresh, then back",
      section: "an-outage-is-not-a-no",
      whenRed:
        "The app sends a token that it knows to be expired, and takes the answer for the end of the session.",
      fails: ["none"],
    },
    {
      id: "api-down",
      title: "the API alone is down, then back",
      section: "an-outage-is-not-a-no",
      whenRed: "An outage of the API costs the user the session, or reads as anything but an outage.",
      fails: ["none"],
    },
    {
      id: "lost-answer",
      title: "the backend rotates, and its answer is lost on the way",
      section: "an-answer-that-never-came",
      whenRed: "A rotation whose answer never arrived costs the user the session.",
      fails: ["none"],
      failsUnder: { "grace-0": ["in-callback", "in-callback-locked", "in-proxy", "token-store", "yours"] },
    },
    {
      id: "no-successor",
      title: "two requests refresh at once, at a backend that gives a second use no successor",
      section: "ask-the-backend-for-grace",
      whenRed: "The answer that brought no successor puts the spent refresh token back.",
      fails: ["none", "in-callback", "yours"],
    },
    {
      id: "no-rotation",
      title: "a page opened after expiry, at a backend that does not rotate",
      section: "which-one-to-take",
      whenRed: "A backend that leaves the refresh token as it is does not keep the user signed in.",
      fails: ["none"],
    },
    {
      id: "two-users",
      title: "two users refresh at the same moment",
      section: "five-requests-at-once",
      whenRed:
        "Two users who refresh at the same moment get each other’s tokens, or one of them is signed out.",
      fails: ["none"],
    },
    {
      id: "shorter-lifetimes",
      title: "lifetimes shortened while signed in",
      section: "two-ends",
      whenRed: "The app goes by a lifetime of its own and not by the one that came with the token.",
      fails: ["none"],
    },
    {
      id: "key-rotated",
      title: "the signing key rotated while signed in",
      section: "why-fifteen-minutes",
      whenRed: "The user is signed out when the backend changes its signing key.",
      fails: ["none"],
    },
    {
      id: "seven-days",
      title: "six days away, then seven",
      section: "two-ends",
      whenRed: "The session ends before its refresh token does, or outlives it.",
      fails: ["none"],
    },
    {
      id: "refresh-expired",
      title: "the refresh token has expired: a clean sign-in with a way back",
      section: "when-it-is-over",
      whenRed:
        "A user whose refresh token has expired is not asked to sign in again, or not brought back to where they were.",
      fails: [],
    },
    {
      id: "suspended-user",
      title: "the user is suspended while signed in",
      section: "when-it-is-over",
      whenRed: "A suspended user goes on, or is not told to sign in again.",
      fails: [],
    },
    {
      id: "stolen-token",
      title: "a stolen refresh token is used before its owner's",
      section: "when-it-is-stolen",
      whenRed: "A thief who refreshed first goes on, or the owner is not told.",
      fails: ["none"],
    },
    {
      id: "spent-token",
      title: "a refresh token is replayed five seconds after its owner used it",
      section: "when-it-is-stolen",
      whenRed: "A thief who replays a spent refresh token gets a new pair, or the owner is not told.",
      fails: ["none"],
      failsUnder: { "grace-10": ["in-callback", "in-callback-locked", "in-proxy", "token-store", "yours"] },
    },
    {
      id: "copied-cookie",
      title: "a cookie that was copied before sign-out, used after it",
      section: "signing-out",
      whenRed: "A cookie that was copied before the sign-out still counts for a session.",
      fails: ["none", "in-callback", "in-callback-locked", "in-proxy", "yours"],
    },
  ],
  claims: [
    {
      id: "refresh-on-return",
      text: "A tab that comes back to the foreground after expiry refreshes through `/api/auth/session`, and its user stays signed in.",
      check: "idle-return",
    },
    {
      id: "none-ends-it",
      text: "Under `none` the session ends with its first access token.",
      check: "idle-return",
    },
    {
      id: "key-change-unnoticed",
      text: "The backend can change its signing key while a user is signed in.",
      check: "key-rotated",
    },
    {
      id: "two-ends",
      text: "After six days the refresh token still works, and after seven it does not.",
      check: "seven-days",
    },
    {
      id: "shorter-from-the-next",
      text: "A shortened lifetime holds from the next token on.",
      check: "shorter-lifetimes",
    },
    {
      id: "page-view-ends-it",
      text: "Under `in-callback` one page whose layout and page both read the session ends it.",
      check: "layout-and-page",
    },
    {
      id: "handler-loses-it",
      text: "Under `in-callback` a Route Handler answers well, and what it refreshed is lost.",
      check: "data-request",
    },
    {
      id: "five-at-once",
      text: "Under `in-callback` five requests at once end the session.",
      check: "parallel-requests",
    },
    {
      id: "two-tabs-at-once",
      text: "Under `in-callback` two tabs that come back at once end the session.",
      check: "two-tabs",
    },
    {
      id: "late-answer-ends-it",
      text: "Under `in-callback-locked` a slow answer from before the refresh puts the old refresh token back, and that ends the session.",
      check: "late-answer",
    },
    {
      id: "lock-shares",
      text: "Under `in-callback-locked` five requests at once share one refresh.",
      check: "parallel-requests",
    },
    {
      id: "lock-shares-between-tabs",
      text: "Under `in-callback-locked` two tabs that come back at once share one refresh.",
      check: "two-tabs",
    },
    {
      id: "lock-does-not-keep",
      text: "Under `in-callback-locked` a page view shows its page, and the next expiry ends the session.",
      check: "layout-and-page",
    },
    {
      id: "grace-forgives-the-race",
      text: "With ten seconds of grace, five requests at once pass under `in-callback`.",
      check: "parallel-requests",
    },
    {
      id: "grace-does-not-keep",
      text: "With ten seconds of grace, one page view under `in-callback` still ends the session, at the next expiry.",
      check: "layout-and-page",
    },
    {
      id: "grace-serves-the-thief",
      text: "With ten seconds of grace, a thief who comes five seconds after the owner gets working tokens.",
      check: "spent-token",
    },
    {
      id: "proxy-keeps",
      text: "Under `in-proxy` one page view refreshes once, and the browser keeps the result.",
      check: "layout-and-page",
    },
    {
      id: "proxy-keeps-for-handlers",
      text: "Under `in-proxy` a request to a Route Handler refreshes, and the browser keeps the result.",
      check: "data-request",
    },
    {
      id: "proxy-shares",
      text: "Under `in-proxy` five requests at once share one refresh.",
      check: "parallel-requests",
    },
    {
      id: "proxy-shares-between-tabs",
      text: "Under `in-proxy` two tabs that come back at once share one refresh.",
      check: "two-tabs",
    },
    {
      id: "proxy-loses-to-late-answer",
      text: "Under `in-proxy` a slow answer from before the refresh still puts the old refresh token back.",
      check: "late-answer",
    },
    {
      id: "store-survives-late-answer",
      text: "Under `token-store` a slow answer from before the refresh does no harm.",
      check: "late-answer",
    },
    {
      id: "store-keeps",
      text: "Under `token-store` a page view refreshes and nothing of it is lost.",
      check: "layout-and-page",
    },
    {
      id: "store-shares",
      text: "Under `token-store` five requests at once share one refresh.",
      check: "parallel-requests",
    },
    {
      id: "survives-outage",
      text: "A backend that is down at refresh, and then back, leaves the session as it was.",
      check: "backend-down",
    },
    {
      id: "survives-silence",
      text: "A backend that does not answer at refresh, and then does, leaves the session as it was.",
      check: "backend-silent",
    },
    {
      id: "survives-nonsense",
      text: "A backend that answers nonsense at refresh, and then sense, leaves the session as it was.",
      check: "backend-malformed",
    },
    {
      id: "survives-client-refused",
      text: "A backend that answers `invalid_client` at refresh leaves the session as it was.",
      check: "client-refused",
    },
    {
      id: "survives-token-endpoint",
      text: "With the token endpoint alone down, an expired access token is not sent: pages and Route Handlers answer that the backend is away, and the session is kept.",
      check: "token-endpoint-down",
    },
    {
      id: "survives-api",
      text: "With the API alone down, the session is refreshed and kept.",
      check: "api-down",
    },
    {
      id: "lost-answer-ends-it",
      text: "Without grace, a rotation whose answer is lost ends the session under every strategy.",
      check: "lost-answer",
    },
    {
      id: "grace-forgives-lost-answer",
      text: "With ten seconds of grace, every strategy that refreshes survives a lost answer.",
      check: "lost-answer",
    },
    {
      id: "no-successor-ends-it",
      text: "Under `in-callback` a grace window without a successor does not help: the loser’s answer puts the spent refresh token back.",
      check: "no-successor",
    },
    {
      id: "no-rotation-will-do",
      text: "At a backend that does not rotate, plain `in-callback` survives a page that is opened after expiry.",
      check: "no-rotation",
    },
    {
      id: "two-users-apart",
      text: "Two users who refresh at the same moment each get their own tokens.",
      check: "two-users",
    },
    {
      id: "clean-way-back",
      text: "Once the refresh token has expired, the user is told so, signs in, and is back where they were.",
      check: "refresh-expired",
    },
    {
      id: "suspended-at-once",
      text: "A suspended user is out at the next page and at the next call.",
      check: "suspended-user",
    },
    {
      id: "theft-ends-the-family",
      text: "When a thief has used a refresh token first, the owner’s refresh ends the family for both.",
      check: "stolen-token",
    },
    {
      id: "replay-ends-the-family",
      text: "When a thief replays a spent refresh token, and there is no grace, the family ends.",
      check: "spent-token",
    },
    {
      id: "copied-cookie-opens-nothing",
      text: "A session cookie that was copied before sign-out opens no data after it.",
      check: "copied-cookie",
    },
    {
      id: "copied-cookie-greeted",
      text: "With the tokens in the cookie, NextAuth takes that copy for a session; under `token-store` it does not.",
      check: "copied-cookie",
    },
  ],
  missions: [
    { id: "rotate", text: "Refresh silently.", when: { name: "token.rotated" } },
    { id: "drop", text: "Lose a cookie that was never written.", when: { name: "cookie.dropped" } },
    {
      id: "revoke",
      text: "Have a family revoked for reuse.",
      when: { name: "family.revoked", code: "reused" },
    },
    { id: "share", text: "Have requests share a refresh.", when: { name: "refresh.shared" } },
    { id: "grace", text: "Be forgiven by a grace window.", when: { name: "token.replayed-in-grace" } },
    {
      id: "outage",
      text: "Survive a refresh that found no backend.",
      when: { name: "refresh.failed", code: "unavailable" },
    },
    {
      id: "sign-out",
      text: "Sign out, and end the family.",
      when: { name: "family.revoked", code: "signed-out" },
    },
  ],
  hints: [
    {
      title: "`layout-and-page` and `data-request`",
      text: "Count who can write a cookie: a page cannot. So either somebody refreshes before the page renders, or what a refresh brings must not be in the cookie at all.",
    },
    {
      title: "`parallel-requests` and `two-tabs`",
      text: "Five requests carry the same expired token. The first one starts a refresh; the others must find it under way and wait for its answer. A `Map` from something that all five share to a promise is enough, in one process.",
    },
    {
      title: "`late-answer`",
      text: "With tokens in the cookie, an answer that began earlier can always put the old ones back, and no lock sees it. Give the cookie something that never changes, an id, and keep the pair behind it on the server: `tokens` tells the app where.",
    },
    {
      title: "`copied-cookie`",
      text: "Signing out must end what the id stands for, and the family at the backend: `signOut`. Take turns with a refresh that is under way, or it puts the session back.",
    },
    {
      title: "the store itself",
      text: 'Next bundles pages, Route Handlers and the proxy apart, and a module’s variable exists once in each: keep the store on `globalThis`. Make the id from the refresh token, `createHash("sha256")`, so that tokens which come a second time meet the same session. And on anything but the backend’s `refused`, keep the pair: an outage is not a no.',
    },
  ],
  sources: [
    {
      title:
        "RFC 9700: best current practice for OAuth 2.0 security, section 4.14.2 (rotation, reuse, idle expiry)",
      url: "https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2",
    },
    {
      title: "RFC 10017: OAuth 2.0 for browser-based applications, sections 6.1.2 and 6.3.2.3",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-6.1.2",
    },
    {
      title: "RFC 6749: OAuth 2.0, sections 5.2 (invalid_grant) and 6 (refreshing)",
      url: "https://www.rfc-editor.org/rfc/rfc6749#section-6",
    },
    {
      title: "RFC 6750: bearer tokens, section 5.3 (one hour or less)",
      url: "https://www.rfc-editor.org/rfc/rfc6750#section-5.3",
    },
    {
      title: "RFC 7519: JSON Web Token, section 4.1.4 (exp, and leeway)",
      url: "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
    },
    {
      title: "FAPI 2.0 security profile, section 5.3.2.1 (no rotation)",
      url: "https://openid.net/specs/fapi-security-profile-2_0.html",
    },
    {
      title: "Next.js: cookies, and where they can be set",
      url: "https://nextjs.org/docs/app/api-reference/functions/cookies",
    },
    {
      title: "Next.js: proxy, and the headers that it does not see",
      url: "https://nextjs.org/docs/app/api-reference/file-conventions/proxy",
    },
    { title: "Auth.js: refresh token rotation", url: "https://authjs.dev/guides/refresh-token-rotation" },
    {
      title: "next-auth issue 2071: the tabs of one browser refresh together",
      url: "https://github.com/nextauthjs/next-auth/issues/2071",
    },
    {
      title: "next-auth issue 7558: the rotated token is not persisted",
      url: "https://github.com/nextauthjs/next-auth/issues/7558",
    },
    {
      title: "next-auth issue 7512: setting cookies from Server Components",
      url: "https://github.com/nextauthjs/next-auth/issues/7512",
    },
    {
      title: "next-auth issue 8897: a late answer writes an old cookie",
      url: "https://github.com/nextauthjs/next-auth/issues/8897",
    },
    {
      title: "next-auth issue 11240: the middleware and the page both refresh",
      url: "https://github.com/nextauthjs/next-auth/issues/11240",
    },
    {
      title: "next-auth issue 11121: a session with an error is still a session",
      url: "https://github.com/nextauthjs/next-auth/issues/11121",
    },
    {
      title: "Keycloak issue 45647: CVE-2026-1035, reuse detection that two requests pass together",
      url: "https://github.com/keycloak/keycloak/issues/45647",
    },
  ],
});
