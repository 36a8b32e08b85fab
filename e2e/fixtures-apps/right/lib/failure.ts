import "server-only";
import { redirect } from "next/navigation";
import { BackendError } from "./backend-error";
import { NotSignedIn } from "./session";

export type Failure = "unavailable" | "forbidden" | "not-found";

/**
 * What a page or an action says when {@link asUser} throws. Who is not signed in is sent to sign in, and so is whoever
 * holds a new access token that the API refuses as well; nobody else is.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotSignedIn) redirect("/signin");
  if (!(error instanceof BackendError)) throw error;
  if (error.code === "refused") redirect("/signin");
  if (error.code === "forbidden" || error.code === "not-found") return error.code;
  console.warn(`The backend has to be asked again: ${error.message}.`);
  return "unavailable";
}

export const failureMessages: Record<Failure, string> = {
  unavailable: "The backend does not answer, and you are still signed in: try again in a minute.",
  forbidden: "Your account may not do this.",
  "not-found": "There is no such note.",
};
