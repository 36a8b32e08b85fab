import { defineLesson } from "@/lib/lesson/meta";

export default defineLesson({
  slug: "start",
  title: "Two tokens, two lifetimes",
  summary:
    "A session cookie, an access token and a refresh token: who makes each, who can read it, and how long it lives.",
  order: 0,
  variants: [],
  checks: [
    {
      id: "session-cookie-is-encrypted",
      title: "the session cookie has five parts and opens only with the secret of the server",
      section: "the-session-cookie",
      whenRed:
        "The session cookie can be read without the server’s secret, or is not made as NextAuth makes it.",
      fails: [],
    },
    {
      id: "cookie-is-not-a-bearer-token",
      title: "the backend refuses the session cookie as a bearer token",
      section: "the-session-cookie",
      whenRed:
        "The backend accepts the session cookie as an access token, or refuses the access token itself.",
      fails: [],
    },
    {
      id: "reading-renews-the-cookie",
      title: "asking for the session twice gives two different cookies",
      section: "the-session-cookie",
      whenRed: "Asking for the session does not bring a new cookie each time.",
      fails: [],
    },
    {
      id: "access-token-is-signed",
      title:
        "anyone can read the access token’s three parts, and its signature verifies against the published keys",
      section: "the-access-token",
      whenRed: "The access token does not verify against the published keys, or a changed one does.",
      fails: [],
    },
    {
      id: "refresh-token-is-opaque",
      title: "the refresh token has no parts, and the backend never shows it again",
      section: "the-refresh-token",
      whenRed: "The refresh token can be taken apart, or is shown again after it was given out.",
      fails: [],
    },
    {
      id: "lifetimes-differ",
      title: "fifteen minutes on, the backend refuses the access token and NextAuth still has a session",
      section: "break-it",
      whenRed: "After fifteen minutes the access token still works, or the session is gone with it.",
      fails: [],
    },
    {
      id: "refresh-before-render",
      title: "a page opened after expiry refreshes once, shows the notes, and answers with the new cookie",
      section: "fix-it",
      whenRed:
        "A page opened after expiry does not refresh before it renders, or its answer does not bring the new cookie.",
      fails: [],
    },
  ],
  claims: [
    {
      id: "cookie-has-five-parts",
      text: "The session cookie’s value has four dots, and the first two have nothing between them.",
      check: "session-cookie-is-encrypted",
    },
    {
      id: "cookie-header-says-dir",
      text: "The first part of the session cookie says `dir` and `A256GCM`.",
      check: "session-cookie-is-encrypted",
    },
    {
      id: "cookie-needs-the-secret",
      text: "Without `NEXTAUTH_SECRET` the parts of the cookie after its header stay closed.",
      check: "session-cookie-is-encrypted",
    },
    {
      id: "cookie-is-not-for-the-backend",
      text: "The backend refuses the session cookie as a bearer token.",
      check: "cookie-is-not-a-bearer-token",
    },
    {
      id: "reading-writes",
      text: "Whenever the browser asks `/api/auth/session`, NextAuth answers with a new cookie, even when nothing in it changed.",
      check: "reading-renews-the-cookie",
    },
    {
      id: "access-token-is-readable",
      text: "The first two parts of the access token are JSON in base64url, and anyone can read them.",
      check: "access-token-is-signed",
    },
    {
      id: "access-token-names-nobody",
      text: "No name and no email address is in the access token.",
      check: "access-token-is-signed",
    },
    {
      id: "access-token-verifies",
      text: "With the published key anyone can check the access token’s signature, and a changed claim no longer fits it.",
      check: "access-token-is-signed",
    },
    {
      id: "refresh-token-is-opaque",
      text: "The refresh token has no dots, no parts and nothing to decode.",
      check: "refresh-token-is-opaque",
    },
    {
      id: "refresh-token-is-replaced",
      text: "A refresh hands out a new refresh token, never the old one again.",
      check: "refresh-token-is-opaque",
    },
    {
      id: "expires-in-seconds",
      text: "The backend’s answer to a sign-in says `expires_in: 900`, and the access token ends as many seconds later.",
      check: "lifetimes-differ",
    },
    {
      id: "access-token-expires",
      text: "After fifteen minutes the access token is refused.",
      check: "lifetimes-differ",
    },
    {
      id: "session-outlives-it",
      text: "Asked for the session after fifteen minutes, NextAuth still answers with your name.",
      check: "lifetimes-differ",
    },
    {
      id: "refresh-before-render",
      text: "A page opened after expiry spends one refresh token, shows its notes, and its answer brings the new cookie.",
      check: "refresh-before-render",
    },
  ],
  missions: [
    { id: "sign-in", text: "Sign in to the notes app.", when: { name: "signed-in" } },
    { id: "advance", text: "Move the clock by fifteen minutes.", when: { name: "clock.advanced" } },
    { id: "refresh", text: "Let the app spend a refresh token.", when: { name: "token.rotated" } },
    { id: "sign-out", text: "Sign out, and see which tokens are left.", when: { name: "signed-out" } },
  ],
  sources: [
    {
      title: "RFC 6749: the OAuth 2.0 authorization framework, sections 1.5 and 6 (refresh tokens)",
      url: "https://www.rfc-editor.org/rfc/rfc6749#section-6",
    },
    {
      title: "RFC 6750: bearer token usage, section 5.3 (one hour or less)",
      url: "https://www.rfc-editor.org/rfc/rfc6750#section-5.3",
    },
    {
      title: "RFC 7516: JSON Web Encryption, section 9 (telling a JWE from a JWS)",
      url: "https://www.rfc-editor.org/rfc/rfc7516#section-9",
    },
    {
      title: "RFC 9068: JWT profile for OAuth 2.0 access tokens, section 2",
      url: "https://www.rfc-editor.org/rfc/rfc9068#section-2",
    },
    {
      title: "RFC 10017: OAuth 2.0 for browser-based applications, section 6.1 (backend for frontend)",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-6.1",
    },
    {
      title: "Auth.js is now part of Better Auth, discussion 13252",
      url: "https://github.com/nextauthjs/next-auth/discussions/13252",
    },
    {
      title: "Better Auth: stateless session management",
      url: "https://better-auth.com/docs/concepts/session-management",
    },
    {
      title: "Next.js: cookies, and why a Server Component cannot set one",
      url: "https://nextjs.org/docs/app/api-reference/functions/cookies",
    },
  ],
});
