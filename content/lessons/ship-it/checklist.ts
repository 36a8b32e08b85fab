/** A check of a lesson, by the lesson's slug and the check's id. A test holds every one of them against its lesson. */
export type Proof = { lesson: string; check: string };

export type Line = {
  id: string;
  /** What must be true. */
  text: string;
  /** Where a lesson explains it. */
  section: { lesson: string; id: string };
  proof: Proof;
  /** The list can try it on the reader's own lab (live/probes.ts). */
  live?: boolean;
};

export type Group = { id: string; title: string; lines: readonly Line[] };

const at = (lesson: string) => (section: string, check: string) => ({
  section: { lesson, id: section },
  proof: { lesson, check },
});
const start = at("start");
const signIn = at("credentials-provider");
const rotation = at("refresh-rotation");
const actions = at("server-action-protection");
const anatomy = at("access-token-anatomy");
const browserData = at("tokens-and-the-browser");
const signOut = at("signing-out");
const live = true;

/** The list. Its groups are the sections of the lesson. */
export const checklist: readonly Group[] = [
  {
    id: "sign-in",
    title: "Sign-in",
    lines: [
      {
        id: "two-fields",
        text: "Two fields go out, named one by one.",
        ...signIn("going-out-two-fields-and-not-for-ever", "named-fields"),
        live,
      },
      {
        id: "same-refusal",
        text: "A wrong password and an unknown user get the same answer.",
        ...signIn("what-it-does-right", "uniform-refusal"),
      },
      {
        id: "locked-out",
        text: "Who is locked out is told for how long.",
        ...signIn("three-errors-and-no-others", "retry-after"),
      },
      {
        id: "outage-is-named",
        text: "An outage is called an outage.",
        ...signIn("three-errors-and-no-others", "outage"),
        live,
      },
      {
        id: "no-waiting-for-ever",
        text: "A backend that never answers is given up on.",
        ...signIn("going-out-two-fields-and-not-for-ever", "timeout"),
      },
      {
        id: "nonsense-signs-nobody-in",
        text: "A reply is parsed before it is believed.",
        ...signIn("coming-back-parse-or-refuse", "malformed"),
        live,
      },
    ],
  },
  {
    id: "the-session",
    title: "The session",
    lines: [
      {
        id: "no-token-in-session",
        text: "No token in the session’s JSON, the page, the address or a script.",
        ...signIn("into-the-cookie-and-no-further", "no-token-in-client"),
        live,
      },
      {
        id: "one-lifetime",
        text: "`session.maxAge` and `jwt.maxAge` agree, and the cookie is `HttpOnly`, `SameSite` and for this host.",
        ...signIn("one-lifetime-said-twice", "cookie-lifetime"),
        live,
      },
      {
        id: "role-not-raised",
        text: "Nothing that `update()` sends gets into the token.",
        ...signIn("into-the-cookie-and-no-further", "update-cannot-raise-role"),
        live,
      },
      {
        id: "received",
        text: "Nothing that the browser receives holds a token, on whatever way.",
        ...browserData("in-memory-is-not-hidden", "received"),
      },
      {
        id: "other-paths",
        text: "What the app passes on to the backend is named, one operation at a time.",
        ...browserData("a-server-that-goes-anywhere", "other-paths"),
      },
      {
        id: "other-site",
        text: "A page on another site writes nothing.",
        ...browserData("another-sites-page", "other-site"),
      },
      {
        id: "not-a-bearer-token",
        text: "The session cookie is not taken for an access token.",
        ...start("the-session-cookie", "cookie-is-not-a-bearer-token"),
      },
    ],
  },
  {
    id: "the-refresh",
    title: "The refresh",
    lines: [
      {
        id: "page-after-expiry",
        text: "A page opened after expiry keeps what its refresh brought.",
        ...rotation("where-the-cookie-is-lost", "layout-and-page"),
        live,
      },
      {
        id: "data-after-expiry",
        text: "So does a data request.",
        ...rotation("where-the-cookie-is-lost", "data-request"),
      },
      {
        id: "at-once",
        text: "Five requests at once spend one refresh token.",
        ...rotation("five-requests-at-once", "parallel-requests"),
      },
      {
        id: "two-tabs",
        text: "So do two tabs.",
        ...rotation("five-requests-at-once", "two-tabs"),
      },
      {
        id: "late-answer",
        text: "An answer that lands late brings no old token back.",
        ...rotation("the-last-write-wins", "late-answer"),
      },
      {
        id: "outage-keeps-session",
        text: "Only the backend’s no ends a session: an outage does not.",
        ...rotation("an-outage-is-not-a-no", "backend-down"),
        live,
      },
      {
        id: "two-ends",
        text: "The refresh token has an idle and an absolute end.",
        ...rotation("two-ends", "seven-days"),
      },
      {
        id: "way-back",
        text: "When it is over, the user is told, and comes back to where they were.",
        ...rotation("when-it-is-over", "refresh-expired"),
      },
    ],
  },
  {
    id: "when-something-is-stolen",
    title: "When something is stolen",
    lines: [
      {
        id: "stolen-refresh-token",
        text: "A refresh token that comes a second time ends the family.",
        ...rotation("when-it-is-stolen", "stolen-token"),
        live,
      },
      {
        id: "bogus-refresh-token",
        text: "A refresh token that nobody issued is refused, in the same words as any other.",
        section: { lesson: "refresh-rotation", id: "when-it-is-stolen" },
        proof: { lesson: "ship-it", check: "bogus-refresh-token" },
        live,
      },
      {
        id: "suspended",
        text: "A suspended user is out at once.",
        ...rotation("when-it-is-over", "suspended-user"),
      },
      {
        id: "sign-out-revokes",
        text: "Signing out ends the tokens at the backend.",
        ...signOut("the-backend-is-not-told", "refresh-token"),
        live,
      },
      {
        id: "copied-cookie",
        text: "A copied cookie is nobody’s after sign-out.",
        ...signOut("the-app-does-not-ask", "cookie-session"),
        live,
      },
      {
        id: "sign-out-in-an-outage",
        text: "Signing out works while the backend is down, and the backend hears of it later.",
        ...signOut("when-the-backend-is-down", "backend-down"),
      },
      {
        id: "everywhere",
        text: "A user can sign out everywhere.",
        ...signOut("everywhere", "everywhere"),
      },
    ],
  },
  {
    id: "at-the-backend",
    title: "At the backend",
    lines: [
      {
        id: "forged-token",
        text: "An access token is verified, not decoded: signature, algorithm, issuer, audience, type, times.",
        section: { lesson: "access-token-anatomy", id: "in-this-order" },
        proof: { lesson: "ship-it", check: "forged-token" },
        live,
      },
      {
        id: "other-audience",
        text: "A token that was made for another service is refused.",
        ...anatomy("bring-one-that-was-made-for-something-else", "other-audience"),
      },
      {
        id: "no-end",
        text: "A token without an end is refused.",
        ...anatomy("bring-one-from-yesterday", "without-exp"),
      },
      {
        id: "refused-in-one-wording",
        text: "Every refusal reads the same, and your log says why.",
        ...anatomy("what-the-caller-learns", "reason-recorded"),
      },
      {
        id: "keys-rotate",
        text: "The signing key can change, and nobody notices.",
        ...rotation("why-fifteen-minutes", "key-rotated"),
      },
      {
        id: "shorter-lifetimes",
        text: "Lifetimes can be shortened in an emergency.",
        ...rotation("two-ends", "shorter-lifetimes"),
      },
    ],
  },
  {
    id: "what-changes-data",
    title: "What changes data",
    lines: [
      {
        id: "action-session",
        text: "Every exported action asks for the session itself.",
        ...actions("with-no-session-at-all", "nobody"),
        live,
      },
      {
        id: "unused-export",
        text: "So does one that no page uses.",
        ...actions("through-an-export-that-no-page-uses", "unused-sibling"),
      },
      {
        id: "action-ownership",
        text: "It asks whether the thing is theirs.",
        ...actions("four-steps", "not-yours"),
        live,
      },
      {
        id: "action-permission",
        text: "It asks the backend for the role, and not the cookie.",
        ...actions("with-yesterdays-role", "demoted"),
        live,
      },
      {
        id: "action-input",
        text: "It parses its arguments, whatever their types say.",
        ...actions("with-arguments-that-are-not-what-they-say", "malformed"),
        live,
      },
      {
        id: "action-answer",
        text: "It answers with no more than the form shows.",
        ...actions("what-the-caller-learns", "minimal-answer"),
      },
      {
        id: "same-answer",
        text: "“Not yours” and “does not exist” get the same answer.",
        ...actions("what-the-caller-learns", "same-answer"),
      },
      {
        id: "route-handlers-too",
        text: "Route Handlers have the same guard.",
        ...actions("the-same-guard-on-a-route-handler", "route-handler"),
      },
    ],
  },
  {
    id: "around-it",
    title: "Around it",
    lines: [
      {
        id: "headers",
        text: "A policy without `unsafe-inline`, nobody frames it, nobody sniffs it, referrers stay home.",
        section: { lesson: "ship-it", id: "around-it" },
        proof: { lesson: "ship-it", check: "headers" },
        live,
      },
    ],
  },
];
