import type { LessonTerm } from "@/lib/glossary/term";

/** The terms of the glossary that this lesson is about. */
export const terms: readonly LessonTerm[] = [
  {
    id: "server-action",
    term: "Server Action",
    text: 'A function that a form calls, marked `"use server"`. Next publishes it as a POST endpoint that anybody can reach.',
    section: "what-is-on-the-wire",
  },
  {
    id: "route-handler",
    term: "Route Handler",
    text: "A file `route.ts` that answers requests at an address of its own.",
    section: "the-same-guard-on-a-route-handler",
  },
  {
    id: "data-layer",
    term: "data layer",
    text: "The one module through which pages and actions reach the data, and where each access is checked.",
    section: "fix-it",
  },
];
