import { defineLesson } from "@/lib/lesson/meta";

const everyWrongOne = ["open", "page-guarded", "signed-in", "role-in-cookie", "yours"] as const;

export default defineLesson({
  slug: "server-action-protection",
  title: "Server Actions",
  summary:
    "Every exported action is a public POST endpoint: who may call it, with what, and what the caller learns.",
  order: 3,
  variants: [
    {
      name: "open",
      summary: "No check. The button is hard to find, and nobody needs the button.",
      file: "variants/open.ts",
      verdict: "wrong",
    },
    {
      name: "page-guarded",
      summary: "The page reads the session, the proxy guards the admin’s pages, the action asks nothing.",
      file: "variants/page-guarded.ts",
      verdict: "wrong",
    },
    {
      name: "signed-in",
      summary: "The action asks for a session, and for nothing else.",
      file: "variants/signed-in.ts",
      verdict: "wrong",
    },
    {
      name: "role-in-cookie",
      summary: "A session, the owner’s list, and the role as the cookie remembers it.",
      file: "variants/role-in-cookie.ts",
      verdict: "wrong",
    },
    {
      name: "guarded",
      summary:
        "A thin action over a data layer: session, parsed input, the backend’s word on permission and ownership, four words back.",
      file: "variants/guarded.ts",
      verdict: "right",
    },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  results: {
    caption:
      "What each version withstands, as the checks measured it. Each mark opens the recording of its run.",
    row: "Attack, or rightful use",
  },
  checks: [
    {
      id: "nobody",
      title: "a POST by somebody who is not signed in changes nothing",
      section: "with-no-session-at-all",
      whenRed: "Somebody who is not signed in deletes a note or changes a role.",
      fails: ["open", "page-guarded"],
    },
    {
      id: "through-root",
      title: "a POST to / changes nothing either",
      section: "with-no-session-at-all",
      whenRed: "Somebody who is not signed in deletes a note with a POST to /.",
      fails: ["open", "page-guarded"],
    },
    {
      id: "through-nowhere",
      title: "a POST to a page that does not exist changes nothing either",
      section: "with-no-session-at-all",
      whenRed: "Somebody who is not signed in deletes a note with a POST to a page that does not exist.",
      fails: ["open", "page-guarded"],
    },
    {
      id: "without-javascript",
      title: "a form post without JavaScript changes nothing either",
      section: "with-no-session-at-all",
      whenRed: "Somebody who is not signed in deletes a note with a plain form.",
      fails: ["open", "page-guarded"],
    },
    {
      id: "unused-sibling",
      title: "an exported action that no page uses is guarded too",
      section: "through-an-export-that-no-page-uses",
      whenRed: "An exported action that no page uses deletes notes for anybody.",
      fails: everyWrongOne,
    },
    {
      id: "not-yours",
      title: "nobody deletes another user's note",
      section: "with-an-account-of-ones-own",
      whenRed: "A member deletes another member’s note.",
      fails: ["open", "page-guarded", "signed-in", "yours"],
    },
    {
      id: "not-admin",
      title: "a member cannot make anybody an admin",
      section: "with-an-account-of-ones-own",
      whenRed: "A member makes an admin of themselves.",
      fails: ["open", "signed-in"],
    },
    {
      id: "demoted",
      title: "a demotion at the backend counts on the very next action",
      section: "with-yesterdays-role",
      whenRed: "An admin who was demoted still acts as one.",
      fails: everyWrongOne,
    },
    {
      id: "suspended",
      title: "a suspension at the backend counts on the very next action",
      section: "with-yesterdays-role",
      whenRed: "A suspended user still deletes notes.",
      fails: ["open", "page-guarded", "signed-in", "yours"],
    },
    {
      id: "malformed",
      title: "an argument of the wrong type or form never reaches the backend",
      section: "with-arguments-that-are-not-what-they-say",
      whenRed: "An argument of a type or form that nobody meant is sent on to the backend.",
      fails: everyWrongOne,
    },
    {
      id: "oversized",
      title: "an oversized argument never reaches the backend",
      section: "with-arguments-that-are-not-what-they-say",
      whenRed: "An argument of ten thousand characters is sent on to the backend, or sent back.",
      fails: everyWrongOne,
    },
    {
      id: "polluting",
      title: "an argument that aims at prototypes never reaches the backend",
      section: "with-arguments-that-are-not-what-they-say",
      whenRed:
        "An argument that aims at prototypes is sent on to the backend, or changes what the action answers to others.",
      fails: everyWrongOne,
    },
    {
      id: "foreign-origin",
      title: "with a foreign or null Origin, Next runs no action",
      section: "from-another-site",
      whenRed: "Another site’s page has the action run with the user’s cookies.",
      fails: [],
    },
    {
      id: "no-origin",
      title: "without an Origin, Next runs the action",
      section: "from-another-site",
      whenRed: "The owner’s request without an Origin deletes nothing.",
      fails: [],
    },
    {
      id: "same-answer",
      title: "“not yours” and “does not exist” get the same answer",
      section: "what-the-caller-learns",
      whenRed: "The answer tells whether a note or a user exists that is not the caller’s to see.",
      fails: ["open", "page-guarded", "signed-in", "yours"],
    },
    {
      id: "no-internals",
      title: "no answer carries an address, a path or an error's text",
      section: "what-the-caller-learns",
      whenRed: "The caller reads an internal address, a path or an error’s text.",
      fails: ["signed-in", "role-in-cookie", "yours"],
    },
    {
      id: "minimal-answer",
      title: "a success answers with no more than that it was one",
      section: "what-the-caller-learns",
      whenRed: "The answer to a success carries more than that it was one.",
      fails: everyWrongOne,
    },
    {
      id: "rightful-user",
      title: "the owner deletes a note, sees it pending, and sees it gone",
      section: "four-words-back",
      whenRed: "The owner cannot delete a note, or is not shown that it is under way and then gone.",
      fails: [],
    },
    {
      id: "rightful-admin",
      title: "an admin changes a role",
      section: "four-words-back",
      whenRed: "An admin cannot change a role.",
      fails: [],
    },
    {
      id: "rightful-without-javascript",
      title: "the owner deletes a note without JavaScript",
      section: "four-words-back",
      whenRed: "The forms do not work before or without JavaScript.",
      fails: [],
    },
    {
      id: "double-submission",
      title: "a note that is submitted twice is deleted once",
      section: "four-words-back",
      whenRed: "A second click deletes something else, or the backend is asked twice with success.",
      fails: [],
    },
    {
      id: "error-in-words",
      title: "when the backend is down, the form says so, and works again afterwards",
      section: "four-words-back",
      whenRed:
        "The backend is down, and the form does not say so in words or does not work again afterwards.",
      fails: everyWrongOne,
    },
    {
      id: "timeline",
      title: "the timeline says at which step an action was refused",
      section: "four-steps",
      whenRed: "The lab’s list does not say at which step an action was refused.",
      fails: everyWrongOne,
    },
    {
      id: "route-handler",
      title: "the same guard holds on a Route Handler",
      section: "the-same-guard-on-a-route-handler",
      whenRed: "The Route Handler lets somebody through whom the action refuses, or refuses the owner.",
      fails: [],
    },
  ],
  claims: [
    {
      id: "rightful-user-works",
      text: "The owner of a note can delete it in every version, and an admin can change a role.",
      check: "rightful-user",
    },
    { id: "nobody-deletes", text: "Under `open`, a POST without a session deletes a note.", check: "nobody" },
    {
      id: "page-does-not-cover",
      text: "Under `page-guarded`, a POST without a session deletes a note, although the page asks for one.",
      check: "nobody",
    },
    {
      id: "any-path-works",
      text: "Posted to a page that does not exist, the action of `open` and `page-guarded` still runs.",
      check: "through-nowhere",
    },
    {
      id: "form-works",
      text: "Posted as a form without JavaScript, the action of `open` and `page-guarded` runs as well.",
      check: "without-javascript",
    },
    {
      id: "proxy-stops",
      text: "Under `page-guarded`, the proxy stops a member’s `setRole`, posted to `/notes/admin`, to `/notes` or to `/`.",
      check: "not-admin",
    },
    {
      id: "unused-export-runs",
      text: "An exported action that no page uses can be called, and runs in every version but `guarded`.",
      check: "unused-sibling",
    },
    {
      id: "signed-in-is-not-yours",
      text: "Under `signed-in`, a member deletes another member’s note.",
      check: "not-yours",
    },
    {
      id: "cookie-role-is-old",
      text: "Under `role-in-cookie`, an admin who was demoted makes herself an admin again.",
      check: "demoted",
    },
    {
      id: "arguments-are-untyped",
      text: "Arguments of other types than the signature says reach the backend in every version but `guarded`.",
      check: "malformed",
    },
    {
      id: "size-is-yours",
      text: "An id of ten thousand characters reaches the backend in every version but `guarded`.",
      check: "oversized",
    },
    {
      id: "foreign-origin-refused",
      text: "With a foreign or a `null` Origin, Next runs no action.",
      check: "foreign-origin",
    },
    { id: "no-origin-passes", text: "Without an Origin, Next runs the action.", check: "no-origin" },
    {
      id: "answers-too-much",
      text: "In every version but `guarded`, `setRole` answers with more than that it worked.",
      check: "minimal-answer",
    },
    {
      id: "errors-tell",
      text: "Under `signed-in`, a refused caller reads an internal address.",
      check: "no-internals",
    },
    {
      id: "thrown-text-hidden",
      text: "Under `open`, which throws, the answer carries no error text.",
      check: "no-internals",
    },
    {
      id: "answers-differ",
      text: "Under `open`, a note that is not yours and a note that does not exist get different answers.",
      check: "same-answer",
    },
    {
      id: "next-action-counts",
      text: "Under `guarded`, a demotion counts on the very next action.",
      check: "demoted",
    },
    {
      id: "timeline-tells-the-step",
      text: "The lab’s list says at which of four steps `guarded` refused.",
      check: "timeline",
    },
    {
      id: "answer-is-minimal",
      text: "Under `guarded`, a success answers `{ ok: true }` and nothing else.",
      check: "minimal-answer",
    },
    {
      id: "refusals-look-alike",
      text: "Under `guarded`, “not yours” and “does not exist” get the same answer, to the letter.",
      check: "same-answer",
    },
    {
      id: "form-states",
      text: "Under `guarded`, the form says in words that the backend is down, and works again afterwards.",
      check: "error-in-words",
    },
    {
      id: "works-without-javascript",
      text: "The forms of every version work without JavaScript.",
      check: "rightful-without-javascript",
    },
    {
      id: "deletes-once",
      text: "A note that is submitted twice is deleted once.",
      check: "double-submission",
    },
    {
      id: "route-handler-holds",
      text: "The Route Handler refuses nobody’s, another member’s and another site’s request, and serves the owner.",
      check: "route-handler",
    },
  ],
  missions: [
    {
      id: "delete",
      text: "Delete a note as its owner.",
      when: { name: "action.passed", code: "deleteNote" },
    },
    { id: "role", text: "See a role change.", when: { name: "action.passed", code: "setRole" } },
    {
      id: "sibling",
      text: "Call the action that no page uses.",
      when: { name: "action.called", code: "deleteNotes" },
    },
    {
      id: "session",
      text: "Be refused for want of a session.",
      when: { name: "action.refused", code: "session" },
    },
    { id: "input", text: "Be refused for an argument.", when: { name: "action.refused", code: "input" } },
    {
      id: "permission",
      text: "Be refused by the backend’s word on your role.",
      when: { name: "action.refused", code: "permission" },
    },
    {
      id: "ownership",
      text: "Be refused for a note that is not yours.",
      when: { name: "action.refused", code: "ownership" },
    },
  ],
  hints: [
    {
      title: "who works for whom",
      text: "`asService` may do everything, so the backend cannot refuse it anything. `deleteNote` in `@/lib/backend/notes` takes the user’s own access token, which `currentSession()` has. With that, the backend says whose note it is, in the same step that deletes it.",
    },
    {
      title: "`demoted` and `suspended`",
      text: "`session.user.role` was true when the cookie was written. `whoAmI(accessToken)` in `@/lib/backend/users` asks the backend who this is now, and it throws for somebody who was suspended.",
    },
    {
      title: "`malformed`, `oversized` and `polluting`",
      text: "The types of the parameters end at compile time. Take each argument as `unknown`, and parse it with a schema: a short string of letters, digits, `-` and `_`. Do it after the session and before the first call.",
    },
    {
      title: "`same-answer`, `no-internals` and `minimal-answer`",
      text: "Catch `BackendError`, and answer one word for each of its codes. Let `forbidden` and `not-found` be the same word. On success answer `{ ok: true }`, and keep what the backend returned to yourself.",
    },
    {
      title: "`unused-sibling`",
      text: "Everything that this file exports is an endpoint. Write the path from session to answer once, as a function that is not exported, and send all three exports through it.",
    },
  ],
  sources: [
    {
      title: "Next.js: how to think about data security (Server Actions, data access layer)",
      url: "https://nextjs.org/docs/app/guides/data-security",
    },
    {
      title: "Next.js: proxy, on Server Functions and matchers",
      url: "https://nextjs.org/docs/app/api-reference/file-conventions/proxy",
    },
    {
      title: "Next.js: serverActions, allowedOrigins and bodySizeLimit",
      url: "https://nextjs.org/docs/app/api-reference/config/next-config-js/serverActions",
    },
    {
      title: "OWASP: Insecure Direct Object Reference prevention",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html",
    },
    {
      title: "OWASP: Cross-Site Request Forgery prevention",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html",
    },
    {
      title: "OWASP: Authorization cheat sheet",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html",
    },
    {
      title: "CVE-2025-29927: authorization bypass in Next.js middleware",
      url: "https://github.com/advisories/GHSA-f82v-jwr5-mffw",
    },
    {
      title: "React: critical security vulnerability in React Server Components (CVE-2025-55182)",
      url: "https://react.dev/blog/2025/12/03/critical-security-vulnerability-in-react-server-components",
    },
    {
      title: "React: denial of service and source code exposure (CVE-2025-55183)",
      url: "https://react.dev/blog/2025/12/11/denial-of-service-and-source-code-exposure-in-react-server-components",
    },
    {
      title: "CVE-2026-27978: null origin can bypass the CSRF check of Server Actions",
      url: "https://github.com/advisories/GHSA-mq59-m269-xvcx",
    },
    {
      title: "CVE-2026-64643: unauthenticated disclosure of Server Function endpoints",
      url: "https://github.com/advisories/GHSA-955p-x3mx-jcvp",
    },
    {
      title: "vercel/next.js issue 57867: a bound action without JavaScript never answers",
      url: "https://github.com/vercel/next.js/issues/57867",
    },
  ],
});
