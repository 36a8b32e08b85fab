import { defineLesson } from "@/lib/lesson/meta";

export default defineLesson({
  slug: "a-new-lesson",
  title: "A new lesson",
  summary: "A new lesson: what it shows, in one sentence.",
  order: 99,
  variants: [],
  checks: [
    {
      id: "session-has-a-name",
      title: "the session names who is signed in",
      section: "run-it",
      whenRed: "Somebody is signed in, and the session does not say who.",
      fails: [],
    },
  ],
  claims: [
    {
      id: "session-names-the-user",
      text: "Once somebody is signed in, `/api/auth/session` answers with their name.",
      check: "session-has-a-name",
    },
  ],
  missions: [],
  sources: [
    {
      title: "NextAuth 4: the session callback",
      url: "https://next-auth.js.org/configuration/callbacks#session-callback",
    },
  ],
});
