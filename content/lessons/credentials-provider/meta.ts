import { defineLesson } from "@/lib/lesson/meta";

export default defineLesson({
  slug: "credentials-provider",
  title: "The credentials provider",
  summary:
    "A login at your own backend: what goes out, what comes back, what the cookie keeps and what the browser sees.",
  order: 1,
  variants: [
    {
      name: "as-posted",
      summary:
        "The usual recipe: the whole form goes out, any answer comes in, and the browser gets all of it.",
      file: "variants/as-posted.ts",
      verdict: "wrong",
    },
    {
      name: "checked",
      summary:
        "The usual second version: named fields and a parsed reply, but errors in one colour and a token on the session.",
      file: "variants/checked.ts",
      verdict: "wrong",
    },
    {
      name: "server-side",
      summary: "Named fields, a time-out, three errors of its own, and tokens that never leave the server.",
      file: "variants/server-side.ts",
      verdict: "right",
    },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  checks: [
    {
      id: "named-fields",
      title: "only email and password arrive at the backend",
      section: "it-sends-the-whole-form",
      whenRed: "More than the email and the password is sent to the backend, or less.",
      fails: ["as-posted", "yours"],
    },
    {
      id: "malformed",
      title: "a reply of the wrong shape reads as an outage and signs nobody in",
      section: "it-believes-any-answer",
      whenRed:
        "The backend answers nonsense, and the user is signed in by it or told something else than that it is not available.",
      fails: ["as-posted", "checked", "yours"],
    },
    {
      id: "outage",
      title: "when the backend is down, the message says so and nobody is signed in",
      section: "it-calls-an-outage-a-wrong-password",
      whenRed:
        "The backend is down, and the user is told something else, such as that the password is wrong, or is signed in.",
      fails: ["as-posted", "checked", "yours"],
    },
    {
      id: "client-refused",
      title: "when the backend refuses the app itself, the message does not blame the password",
      section: "it-calls-an-outage-a-wrong-password",
      whenRed:
        "The backend answers invalid_client, which is about the app’s own secret, and the user is told that the password is wrong.",
      fails: ["as-posted", "checked", "yours"],
    },
    {
      id: "timeout",
      title: "when the backend never answers, the message says so in good time and nobody is signed in",
      section: "it-calls-an-outage-a-wrong-password",
      whenRed: "The backend never answers, and the user waits without a word, or is told something else.",
      fails: ["as-posted", "checked", "yours"],
    },
    {
      id: "retry-after",
      title: "too many tries say when to try again",
      section: "it-cannot-say-when-to-try-again",
      whenRed: "A user who is locked out is not told for how many seconds, or cannot sign in afterwards.",
      fails: ["as-posted", "checked", "yours"],
    },
    {
      id: "no-token-in-client",
      title: "no token, password or internal address is in the session, the page, the address or the scripts",
      section: "it-hands-the-tokens-to-every-script",
      whenRed: "A script on the page can read a token, a password or the backend’s address.",
      fails: ["as-posted", "checked", "yours"],
    },
    {
      id: "cookie-lifetime",
      title: "the flags and the lifetime of the cookie agree with the session",
      section: "it-sets-one-lifetime-of-two",
      whenRed:
        "The cookie, the token in it and the session end at different times, or a script can read the cookie.",
      fails: ["as-posted", "checked", "yours"],
    },
    {
      id: "update-cannot-raise-role",
      title: "update() cannot raise a role",
      section: "it-lets-the-browser-write-the-token",
      whenRed: "A member posts a role to update() and has it in the session.",
      fails: ["as-posted", "yours"],
    },
    {
      id: "uniform-refusal",
      title: "a wrong password and an unknown user look the same",
      section: "what-it-does-right",
      whenRed: "The answer to a wrong password tells whether the user exists.",
      fails: ["yours"],
    },
  ],
  claims: [
    {
      id: "whole-form-arrives",
      text: "Under `as-posted` the backend receives `redirect`, `csrfToken`, `callbackUrl` and `json` besides `email` and `password`.",
      check: "named-fields",
    },
    {
      id: "any-object-signs-in",
      text: "`as-posted` makes a session out of an error message.",
      check: "malformed",
    },
    {
      id: "outage-reads-as-wrong-password",
      text: "With the backend down, `as-posted` tells the user to check the email and the password.",
      check: "outage",
    },
    {
      id: "client-refused-is-no-wrong-password",
      text: "Under `server-side` an `invalid_client` reads as an outage, although its status is 401.",
      check: "client-refused",
    },
    {
      id: "no-answer-no-end",
      text: "`as-posted` waits for as long as the backend likes.",
      check: "timeout",
    },
    {
      id: "sixth-is-429",
      text: "After five wrong passwords the backend’s sixth answer is a 429, with a `Retry-After`.",
      check: "retry-after",
    },
    {
      id: "lockout-reads-as-wrong-password",
      text: "A user of `as-posted` who is locked out is told to check the email and the password.",
      check: "retry-after",
    },
    {
      id: "tokens-in-the-session",
      text: "Under `as-posted` both tokens are in `/api/auth/session`, in plain JSON.",
      check: "no-token-in-client",
    },
    {
      id: "thirty-days-inside",
      text: "With `session.maxAge` alone, the encrypted token that sign-in makes lives thirty days.",
      check: "cookie-lifetime",
    },
    {
      id: "update-raises-role",
      text: "Under `as-posted` a member who posts a role to `update()` has a session that says `admin`.",
      check: "update-cannot-raise-role",
    },
    {
      id: "refusals-look-the-same",
      text: "A wrong password and an unknown user get the same answer.",
      check: "uniform-refusal",
    },
    {
      id: "half-fix-two-fields",
      text: "Under `checked` the backend receives two fields.",
      check: "named-fields",
    },
    {
      id: "half-fix-ignores-update",
      text: "Under `checked` `update()` raises no role.",
      check: "update-cannot-raise-role",
    },
    {
      id: "half-fix-outage",
      text: "With the backend down, the sign-in page of `checked` does not say so.",
      check: "outage",
    },
    {
      id: "half-fix-lockout",
      text: "A user of `checked` who is locked out is not told for how long.",
      check: "retry-after",
    },
    {
      id: "half-fix-lifetimes",
      text: "Under `checked` the cookie and the token inside it end at different times.",
      check: "cookie-lifetime",
    },
    {
      id: "half-fix-still-leaks",
      text: "`checked` still leaves the access token on the session.",
      check: "no-token-in-client",
    },
    {
      id: "malformed-signs-nobody-in",
      text: "`server-side` signs nobody in on a reply that it does not understand, and says that sign-in is not available.",
      check: "malformed",
    },
    {
      id: "outage-is-named",
      text: "With the backend down, the sign-in page of `server-side` says so.",
      check: "outage",
    },
    {
      id: "wait-is-named",
      text: "When the backend says to wait, the sign-in page of `server-side` says how long.",
      check: "retry-after",
    },
    {
      id: "update-is-ignored",
      text: "`server-side` does not read what the browser sends to `update()`.",
      check: "update-cannot-raise-role",
    },
    {
      id: "no-token-reaches-the-browser",
      text: "Under `server-side` no token is in the session’s JSON, in the page, in an address or in the scripts.",
      check: "no-token-in-client",
    },
    {
      id: "lifetimes-agree",
      text: "Under `server-side` the cookie and the token inside it end together.",
      check: "cookie-lifetime",
    },
    {
      id: "cookie-flags",
      text: "The session cookie is `HttpOnly`, `SameSite=Strict` and `Path=/`.",
      check: "cookie-lifetime",
    },
  ],
  missions: [
    { id: "sign-in", text: "Sign in.", when: { name: "signed-in" } },
    { id: "switch", text: "Choose another variant.", when: { name: "variant.changed" } },
    { id: "refused", text: "Be refused.", when: { name: "sign-in.refused" } },
    { id: "locked", text: "Get locked out.", when: { name: "login.locked" } },
    { id: "outage", text: "Meet a backend that is down.", when: { name: "fault.injected", code: "outage" } },
    {
      id: "session",
      text: "Open `/api/auth/session` in a tab, and read what every script is told.",
      when: { name: "session.opened" },
    },
  ],
  hints: [
    {
      title: "`named-fields` and `uniform-refusal`",
      text: "What `authorize` is given is the whole request body. Write the object that you send by hand, field by field, or parse the form with a schema that names two fields. And a message that contains what somebody typed cannot be the same for everybody.",
    },
    {
      title: "`outage`, `client-refused`, `timeout` and `malformed`",
      text: "Everything that can go wrong before there is a user ends in one of three errors. A status does not say whose fault a refusal is: the body’s `error` does, and only `invalid_credentials` is about the password. `fetch` throws when nobody answers, and waits for ever unless it has a `signal`: `AbortSignal.timeout(5_000)`. `response.json()` throws on nonsense. Catch each where it happens, and throw your own.",
    },
    {
      title: "`retry-after`",
      text: "The backend’s 429 carries `Retry-After`, in seconds. Read it before you look at the body, and put the number behind `LockedOut:`. A header is input as well: parse it.",
    },
    {
      title: "`update-cannot-raise-role` and `no-token-in-client`",
      text: "`jwt` needs `user`, which is there at sign-in only. It does not need `trigger` and `session` at all. Whatever `session` returns is public, so build a new object with the fields that a page draws, and spread nothing.",
    },
    {
      title: "`cookie-lifetime`",
      text: "`session.maxAge` is for the cookie. The token inside it has a lifetime of its own, and the first one is made with `jwt.maxAge`, thirty days unless you say so.",
    },
  ],
  sources: [
    {
      title: "RFC 9700: best current practice for OAuth 2.0 security, section 2.4 (the password grant)",
      url: "https://www.rfc-editor.org/rfc/rfc9700#section-2.4",
    },
    {
      title: "RFC 10017: OAuth 2.0 for browser-based applications, sections 6.1 and 6.2",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-6.1",
    },
    {
      title: "RFC 6585: additional HTTP status codes, section 4 (429)",
      url: "https://www.rfc-editor.org/rfc/rfc6585#section-4",
    },
    {
      title: "RFC 9110: HTTP semantics, section 10.2.3 (Retry-After)",
      url: "https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3",
    },
    {
      title: "OWASP: Authentication cheat sheet",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    },
    { title: "NextAuth 4: the credentials provider", url: "https://next-auth.js.org/providers/credentials" },
    {
      title: "next-auth issue 6619: what is thrown in authorize becomes part of the URL",
      url: "https://github.com/nextauthjs/next-auth/issues/6619",
    },
    {
      title: "next-auth issue 2482: encode is given 30 days whatever session.maxAge says",
      url: "https://github.com/nextauthjs/next-auth/issues/2482",
    },
    {
      title: "next-auth issue 4119: two apps on localhost sign each other out",
      url: "https://github.com/nextauthjs/next-auth/issues/4119",
    },
  ],
});
