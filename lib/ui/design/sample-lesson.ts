import { defineLesson } from "@/lib/lesson/meta";

/** Metadata of a sample lesson, for the parts that read a lesson's metadata. */
export const sampleLesson = defineLesson({
  slug: "sample",
  title: "A sample lesson",
  summary: "What the parts of a lesson look like.",
  order: 2,
  variants: [
    { name: "as-posted", summary: "The usual recipe.", file: "variants/as-posted.ts", verdict: "wrong" },
    {
      name: "server-side",
      summary: "The one that holds.",
      file: "variants/server-side.ts",
      verdict: "right",
    },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  checks: [
    {
      id: "named-fields",
      title: "only email and password arrive",
      section: "code",
      fails: ["as-posted", "yours"],
    },
    { id: "malformed", title: "a wrong `reply` signs nobody in", section: "code", fails: ["yours"] },
  ],
  claims: [
    { id: "whole-form", text: "Under `as-posted` the whole form arrives.", check: "named-fields" },
    {
      id: "nobody",
      text: "`server-side` signs nobody in on a reply of the wrong shape.",
      check: "malformed",
    },
  ],
  missions: [
    { id: "sign-in", text: "Sign in.", when: { name: "signed-in" } },
    { id: "refresh", text: "Let the app spend a refresh token.", when: { name: "token.rotated" } },
  ],
  sources: [{ title: "RFC 6749, section 6", url: "https://www.rfc-editor.org/rfc/rfc6749#section-6" }],
});

export const sampleBefore = `export async function jwt({ token, user }: JwtParams) {
  if (user) return fromLogin(token, user);
  const pair = await backend.refresh(token.refreshToken);
  return withPair(token, pair); // kept only where a cookie can be written
}`;

export const sampleAfter = `export async function jwt({ token, user }: JwtParams) {
  if (user) return fromLogin(token, user);
  return token; // the proxy has refreshed it already
}`;
