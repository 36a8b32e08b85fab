import { defineLesson } from "@/lib/lesson/meta";

const usual = ["as-usual"] as const;
const both = ["as-usual", "yours"] as const;

export default defineLesson({
  slug: "ship-it",
  title: "Ship it",
  summary:
    "The list to go through before you ship, each line with the check that proves it, tried on your own lab.",
  order: 7,
  variants: [
    {
      name: "as-usual",
      summary: "The first recipe of every lesson: what the usual posts and answers add up to.",
      file: "variants/as-usual.ts",
      verdict: "wrong",
    },
    {
      name: "ready",
      summary: "The variant of every lesson that holds.",
      file: "variants/ready.ts",
      verdict: "right",
    },
    {
      name: "yours",
      summary: "The exercise: every lesson’s half-fix, for you to choose better.",
      file: "exercise.ts",
      verdict: "yours",
    },
  ],
  checks: [
    {
      id: "two-fields",
      title: "a sign-in sends email and password to the backend, and nothing else",
      section: "sign-in",
      whenRed: "More than the email and the password is sent to the backend.",
      fails: usual,
    },
    {
      id: "outage-is-named",
      title: "when the backend is down, the app does not call it a wrong password",
      section: "sign-in",
      whenRed: "Somebody whose password is right reads that it is wrong, because the backend is down.",
      fails: both,
    },
    {
      id: "nonsense-signs-nobody-in",
      title: "a reply that makes no sense signs nobody in",
      section: "sign-in",
      whenRed: "A reply that makes no sense signs somebody in.",
      fails: usual,
    },
    {
      id: "no-token-in-session",
      title: "the session’s JSON carries no token",
      section: "the-session",
      whenRed: "Any script on the page reads a token from the session’s JSON.",
      fails: both,
    },
    {
      id: "one-lifetime",
      title: "the session cookie is out of scripts’ reach, and the token inside it ends when it does",
      section: "the-session",
      whenRed:
        "A script can read the cookie, or a copy of it opens the app longer than the browser keeps it.",
      fails: both,
    },
    {
      id: "role-not-raised",
      title: "update() cannot raise a role",
      section: "the-session",
      whenRed: "A member makes herself an admin to NextAuth.",
      fails: usual,
    },
    {
      id: "page-after-expiry",
      title: "pages opened after the access token has expired cost nobody the session",
      section: "the-refresh",
      whenRed: "Whoever comes back after fifteen minutes is signed out.",
      fails: both,
    },
    {
      id: "outage-keeps-session",
      title: "a backend that is down when it is time to refresh ends no session",
      section: "the-refresh",
      whenRed: "A backend that is down for a moment signs everybody out.",
      fails: [],
    },
    {
      id: "stolen-refresh-token",
      title: "a stolen refresh token ends the family, thief and all",
      section: "when-something-is-stolen",
      whenRed: "A thief goes on buying new tokens.",
      fails: [],
    },
    {
      id: "bogus-refresh-token",
      title: "a refresh token that nobody issued is refused",
      section: "when-something-is-stolen",
      whenRed: "A token that nobody issued is taken, or its refusal tells a guesser something.",
      fails: [],
    },
    {
      id: "sign-out-revokes",
      title: "signing out ends the tokens at the backend",
      section: "when-something-is-stolen",
      whenRed: "A refresh token from before the sign-out still buys a new pair.",
      fails: usual,
    },
    {
      id: "copied-cookie",
      title: "a cookie that was copied before sign-out is nobody’s after it",
      section: "when-something-is-stolen",
      whenRed: "To NextAuth, a copied cookie is still the user after the sign-out.",
      fails: both,
    },
    {
      id: "forged-token",
      title: "no API takes an access token without a signature, or with a changed claim",
      section: "at-the-backend",
      whenRed: "A token that was forged or changed opens the backend, or the API beside it.",
      fails: usual,
    },
    {
      id: "action-session",
      title: "a Server Action posted by nobody changes nothing",
      section: "what-changes-data",
      whenRed: "Somebody who is not signed in changes something.",
      fails: usual,
    },
    {
      id: "action-ownership",
      title: "a Server Action changes nothing that is somebody else’s",
      section: "what-changes-data",
      whenRed: "A member deletes another member’s note.",
      fails: both,
    },
    {
      id: "action-permission",
      title: "a demotion counts on the very next Server Action",
      section: "what-changes-data",
      whenRed: "A demoted admin goes on handing out roles.",
      fails: both,
    },
    {
      id: "action-input",
      title: "a Server Action hands no argument on that is not what its type says",
      section: "what-changes-data",
      whenRed: "A value of another type than the function declares reaches the backend.",
      fails: both,
    },
    {
      id: "headers",
      title: "every page says what may run in it, frame it and sniff it",
      section: "around-it",
      whenRed: "A script that was smuggled in runs, or another site shows the page in a frame.",
      fails: [],
    },
  ],
  results: {
    caption:
      "Which line holds under which choice: each mark is one run of its check, and opens what was sent in it.",
    row: "Line",
  },
  claims: [
    {
      id: "usual-sends-all",
      text: "Under `as-usual`, the backend receives more than two fields.",
      check: "two-fields",
    },
    {
      id: "usual-nonsense",
      text: "Under `as-usual`, a reply that makes no sense signs somebody in.",
      check: "nonsense-signs-nobody-in",
    },
    {
      id: "usual-outage",
      text: "Under `as-usual`, and with every lesson’s half-fix, an outage reads as a wrong password.",
      check: "outage-is-named",
    },
    {
      id: "half-fix-still-leaks",
      text: "With every lesson’s half-fix, the session’s JSON still carries a token.",
      check: "no-token-in-session",
    },
    {
      id: "two-lifetimes",
      text: "With every lesson’s half-fix, the token inside the cookie outlives it.",
      check: "one-lifetime",
    },
    {
      id: "usual-role",
      text: "Under `as-usual`, a member makes herself an admin to NextAuth by `update()`.",
      check: "role-not-raised",
    },
    {
      id: "refresh-lost",
      text: "With the usual recipe or its lock, pages opened after expiry end the session.",
      check: "page-after-expiry",
    },
    {
      id: "outage-survived",
      text: "Under all three, an outage at refresh ends no session.",
      check: "outage-keeps-session",
    },
    {
      id: "theft-ends-all",
      text: "Under all three, a stolen refresh token ends the family.",
      check: "stolen-refresh-token",
    },
    {
      id: "bogus-refused",
      text: "A refresh token that nobody issued is refused, in one wording.",
      check: "bogus-refresh-token",
    },
    {
      id: "sign-out-tells",
      text: "Under `as-usual`, signing out ends nothing at the backend.",
      check: "sign-out-revokes",
    },
    {
      id: "copy-lives-on",
      text: "With every lesson’s half-fix, a copied cookie still says who it was after sign-out.",
      check: "copied-cookie",
    },
    {
      id: "usual-forged",
      text: "Under `as-usual`, the invoices API takes an access token without a signature.",
      check: "forged-token",
    },
    {
      id: "forgeries-refused",
      text: "Under `ready`, and with every lesson’s half-fix, the invoices API and the backend refuse an access token without a signature, and one with a changed role.",
      check: "forged-token",
    },
    {
      id: "usual-action",
      text: "Under `as-usual`, a POST by nobody deletes a note.",
      check: "action-session",
    },
    {
      id: "half-fix-not-yours",
      text: "With every lesson’s half-fix, a member deletes another member’s note.",
      check: "action-ownership",
    },
    {
      id: "half-fix-role",
      text: "With every lesson’s half-fix, a demoted admin makes herself an admin again.",
      check: "action-permission",
    },
    {
      id: "half-fix-input",
      text: "With every lesson’s half-fix, an array reaches the backend as a note’s id.",
      check: "action-input",
    },
    {
      id: "headers-hold",
      text: "Every page of this site carries a policy without `unsafe-inline`, and cannot be framed by another site.",
      check: "headers",
    },
  ],
  missions: [
    {
      id: "usual",
      text: "Run the app as it usually ships.",
      when: { name: "variant.changed", code: "as-usual" },
    },
    { id: "theft", text: "See a family revoked.", when: { name: "family.revoked" } },
    { id: "refused", text: "See an action refused.", when: { name: "action.refused" } },
    { id: "ready", text: "Run the app that is ready.", when: { name: "variant.changed", code: "ready" } },
  ],
  hints: [
    {
      title: "no-token-in-session, outage-is-named and one-lifetime",
      text: "All three are lesson 1’s. `checked` closes three of its seven holes, and these are among the other four. Which of its variants does the lesson’s table show green in every row?",
    },
    {
      title: "page-after-expiry and copied-cookie",
      text: "A lock repairs *spend* and leaves *keep* broken: look for the variants in lesson 2 that write the cookie where it can be written, or need not write it at all. And the copied cookie is lesson 6’s: telling the backend is half of a sign-out.",
    },
    {
      title: "action-ownership, action-permission and action-input",
      text: "A session says who asks. It does not say whether they may, and not whether the note is theirs. Of lesson 3’s variants one asks the backend, and parses what it was given first.",
    },
  ],
  sources: [
    {
      title: "OWASP Application Security Verification Standard 5.0",
      url: "https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en",
    },
    {
      title: "RFC 9700: best current practice for OAuth 2.0 security, sections 2.2.2 and 4.14",
      url: "https://www.rfc-editor.org/rfc/rfc9700#section-4.14",
    },
    {
      title: "RFC 10017: OAuth 2.0 for browser-based applications, section 6.1",
      url: "https://www.rfc-editor.org/rfc/rfc10017#section-6.1",
    },
    {
      title: "RFC 9068: the profile for JWT access tokens, section 4 (validation)",
      url: "https://www.rfc-editor.org/rfc/rfc9068#section-4",
    },
    {
      title: "RFC 7009: token revocation",
      url: "https://www.rfc-editor.org/rfc/rfc7009",
    },
    { title: "MDN HTTP Observatory", url: "https://developer.mozilla.org/en-US/observatory" },
    {
      title: "OWASP: Session management cheat sheet",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html",
    },
    {
      title: "Next.js: production checklist",
      url: "https://nextjs.org/docs/app/guides/production-checklist",
    },
  ],
});
