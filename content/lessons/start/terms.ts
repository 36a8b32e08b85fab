import type { LessonTerm } from "@/lib/glossary/term";

/** The terms of the glossary that this lesson is about. */
export const terms: readonly LessonTerm[] = [
  {
    id: "access-token",
    term: "access token",
    text: "What your backend issues at sign-in and accepts with each call. Here a signed JWT that lives for minutes: anyone who holds it can read it, and use it.",
    section: "the-access-token",
  },
  {
    id: "refresh-token",
    term: "refresh token",
    text: "A random string that your backend exchanges for the next access token (RFC 6749 §6). It goes to one place only, lives for days, and can be revoked there.",
    section: "the-refresh-token",
  },
  {
    id: "session-cookie",
    term: "session cookie",
    text: "NextAuth’s own cookie, encrypted by your Next server, and readable by that server alone. It says who is signed in, and often carries the backend’s tokens.",
    section: "the-session-cookie",
  },
  {
    id: "jwt",
    term: "JWT",
    text: "JSON Web Token: claims in JSON, signed (a JWS, three parts) or encrypted (a JWE, five parts). RFC 7519.",
    section: "run-it",
  },
  {
    id: "jwe",
    term: "JWE",
    text: "An encrypted token of five parts (RFC 7516). Without the key, only its header can be read. NextAuth’s session cookie is one.",
    section: "the-session-cookie",
  },
  {
    id: "jws",
    term: "JWS",
    text: "A signed token of three parts (RFC 7515). The signature says who wrote it. It hides nothing.",
    section: "run-it",
  },
  {
    id: "claim",
    term: "claim",
    text: "One statement in a token, such as who it is about (`sub`), who made it (`iss`) or when it ends (`exp`). In the lessons’ margins the word means something else: a sentence that a check proves.",
    section: "the-access-token",
  },
  {
    id: "issuer",
    term: "issuer",
    text: "Who made a token: the claim `iss`. A verifier accepts one issuer, whose keys it knows.",
    section: "the-access-token",
  },
  {
    id: "audience",
    term: "audience",
    text: "For whom a token was made: the claim `aud`. A service refuses tokens that were made for another.",
    section: "the-access-token",
  },
  {
    id: "lab",
    term: "lab",
    text: "Your private copy of the whole thing: users, notes, a clock, settings, token families and the list of what happened. It ends after two idle hours.",
    section: "run-it",
  },
];
