import type { LessonTerm } from "@/lib/glossary/term";

/** The terms of the glossary that this lesson is about. */
export const terms: readonly LessonTerm[] = [
  {
    id: "backend-for-frontend",
    term: "backend for frontend",
    forms: ["BFF"],
    text: "A server that a page’s script calls in place of the API: it keeps the tokens, and offers only the operations that the page needs (RFC 10017 §6.1).",
    section: "fix-it",
  },
  {
    id: "token-mediating-backend",
    term: "token-mediating backend",
    text: "A server that signs in and refreshes, and hands the access token to the browser (RFC 10017 §6.2). It protects the refresh token only.",
    section: "the-token-on-the-session",
  },
  {
    id: "fetch-metadata",
    term: "Fetch Metadata",
    text: "Headers in which the browser itself says who asks, such as Sec-Fetch-Site. No script can set or change them.",
    section: "only-our-own-pages",
  },
  {
    id: "server-side-request-forgery",
    term: "server-side request forgery",
    forms: ["SSRF"],
    text: "A server that calls an address which its caller chose, with the rights and from the network of the server.",
    section: "a-server-that-goes-anywhere",
  },
];
