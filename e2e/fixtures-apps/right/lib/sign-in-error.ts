import { BackendError } from "./backend-error";

/** NextAuth puts an error's text into the sign-in page's address: a fixed word, and never another error's message. */
export function signInCode(error: unknown): string {
  if (!(error instanceof BackendError) || error.code !== "locked-out") return "Unavailable";
  return error.retryAfterSeconds === undefined ? "LockedOut" : `LockedOut:${error.retryAfterSeconds}`;
}

/**
 * What the sign-in page says. The address is anybody's to write, so it chooses among these sentences.
 *
 * @param code `?error=`
 */
export function signInMessage(code: unknown): string | null {
  if (typeof code !== "string") return null;
  const seconds = /^LockedOut:(\d{1,5})$/.exec(code)?.[1];
  if (seconds !== undefined) return `Too many tries: wait ${seconds} seconds, then try again.`;
  switch (code) {
    case "CredentialsSignin":
      return "Email or password is wrong.";
    case "LockedOut":
      return "Too many tries: wait a few minutes, then try again.";
    default:
      return "Sign-in is not available right now. Your password may well be right: try again in a minute.";
  }
}
