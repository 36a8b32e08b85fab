import type { LessonTerm } from "@/lib/glossary/term";

/** The terms of the glossary that this lesson is about. */
export const terms: readonly LessonTerm[] = [
  {
    id: "revocation",
    term: "revocation",
    forms: ["revoke", "revoked"],
    text: "A token is ended before its time. Easy for what the backend looks up, hard for what others check by its signature alone.",
    section: "the-backend-is-not-told",
  },
  {
    id: "outbox",
    term: "outbox",
    text: "A list of what another system is still to be told. One’s own part is done at once, and the list is worked off when the other answers.",
    section: "at-sign-out-first-here-then-there",
  },
];
