/** What a page of the app under study shows its visitor, in a few words. */
export type Seen = string;

/**
 * Says what a page shows.
 *
 * @param heading the text of `main h1`
 * @param told the text of the alert's `strong`, where there is one
 */
export function seenFrom(heading: string, told: string | undefined): Seen {
  if (heading === "My notes" && told === undefined) return "the notes";
  if (heading === "My notes" && told?.startsWith("The backend does not answer"))
    return "a backend that is away";
  if (heading === "Sign in" && told === "Your session has ended") return "why to sign in again";
  if (heading === "Sign in" && told === undefined) return "a sign-in page";
  return told === undefined ? heading : `${heading}: ${told}`;
}
