import { z } from "zod";

/**
 * What can bring a visitor to the sign-in page, as `?error=` names it. The address is anybody's to write, so
 * it chooses among our sentences and never becomes one.
 */
export type SignInError = { title: string; advice: string };

const messages: Record<string, SignInError> = {
  // `CredentialsSignin` is next-auth's own code for an `authorize` that answered null.
  CredentialsSignin: { title: "Sign-in failed", advice: "Check the email and the password, and try again." },
  Refused: {
    title: "Email and password do not match",
    advice: "Check both, and try again. We do not say which of them is wrong.",
  },
  Unavailable: {
    title: "Sign-in is not available right now",
    advice: "Your password may well be right: our backend did not answer properly. Try again in a minute.",
  },
  SessionEnded: {
    title: "Your session has ended",
    advice: "Sign in again, and you return to where you were.",
  },
};

const lockedOut = z
  .string()
  .regex(/^LockedOut:\d{1,5}$/)
  .transform((code) => Number(code.slice("LockedOut:".length)));

/** @returns null when there is no error; a general message for a code that is not ours */
export function signInError(code: string | undefined): SignInError | null {
  if (code === undefined) return null;
  const known = messages[code];
  if (known !== undefined) return known;
  const seconds = lockedOut.safeParse(code);
  if (seconds.success) {
    return { title: "Too many tries", advice: `Wait ${seconds.data} seconds, then try again.` };
  }
  return { title: "Sign-in failed", advice: "Try again. If it goes on, reset the lab." };
}
