/**
 * Why a sign-in did not happen, or was asked for, as a closed set. The page's form and the lab's own button say the same
 * of the same failure.
 * - `refused`: email and password do not match
 * - `unnamed`: `authorize` answered null, which NextAuth calls `CredentialsSignin` and which may mean anything
 * - `locked-out`: too many tries
 * - `busy`: too many sign in at once; `retrySeconds` says when to try again
 * - `unavailable`: the backend did not answer properly
 * - `session-ended`: a page asked for a new sign-in
 * - `form-expired`: NextAuth's CSRF token and its cookie do not belong together
 * - `unreachable`: the app itself did not answer
 * - `unknown`: a code that is none of the app's
 */
export type SignInFailureCode =
  | "refused"
  | "unnamed"
  | "locked-out"
  | "busy"
  | "unavailable"
  | "session-ended"
  | "form-expired"
  | "unreachable"
  | "unknown";

export type SignInFailure = {
  code: SignInFailureCode;
  title: string;
  advice: string;
  /** Where another try by itself is worth it: seconds until then. */
  retrySeconds?: number;
};

/** The failures whose words no number goes into. */
type PlainCode = Exclude<SignInFailureCode, "locked-out" | "busy">;

const failures: Readonly<Record<PlainCode, { title: string; advice: string }>> = {
  refused: {
    title: "Email and password do not match",
    advice: "Check both, and try again. We do not say which of them is wrong.",
  },
  unnamed: { title: "Sign-in failed", advice: "Check the email and the password, and try again." },
  unavailable: {
    title: "Sign-in is not available right now",
    advice: "Your password may well be right: our backend did not answer properly. Try again in a minute.",
  },
  "session-ended": {
    title: "Your session has ended",
    advice: "Sign in again, and you return to where you were.",
  },
  "form-expired": {
    title: "The sign-in form had expired",
    advice: "Its token and the cookie that belongs to it did not match. Try again.",
  },
  unreachable: {
    title: "The app could not be reached",
    advice: "Is this site still running, and are you online? Try again.",
  },
  unknown: { title: "Sign-in failed", advice: "Try again. If it goes on, reset the lab." },
};

/** As `?error=` in NextAuth's addresses names them; `csrf` is the lab's name for an answer that names none. */
const named = new Map<string, PlainCode>([
  ["Refused", "refused"],
  ["CredentialsSignin", "unnamed"],
  ["Unavailable", "unavailable"],
  ["SessionEnded", "session-ended"],
  ["csrf", "form-expired"],
]);

const lockedOut = /^LockedOut:(\d{1,5})$/;
const busy = /^Busy:(\d{1,2})$/;

/**
 * What an error code in an address stands for. The address is anybody's to write, so it chooses among our sentences and
 * never becomes one.
 *
 * @returns null when there is no error; `unknown` for a code that is not ours
 */
export function signInFailure(error: string | undefined): SignInFailure | null {
  if (error === undefined) return null;
  const seconds = lockedOut.exec(error)?.[1];
  if (seconds !== undefined) {
    const advice = `Wait ${Number(seconds)} seconds, then try again.`;
    return { code: "locked-out", title: "Too many tries", advice };
  }
  const busyFor = busy.exec(error)?.[1];
  if (busyFor !== undefined) return busyFailure(Number(busyFor));
  return failureOf(named.get(error) ?? "unknown");
}

/** @param seconds until another try, as the page counts them down */
export function busyFailure(seconds: number): SignInFailure {
  return {
    code: "busy",
    title: "Many are signing in at once",
    advice: `Again in ${seconds} s.`,
    retrySeconds: seconds,
  };
}

export function failureOf(code: PlainCode): SignInFailure {
  return { code, ...failures[code] };
}

/** A failure where there is room for one paragraph only. */
export function inOneLine({ title, advice }: SignInFailure): string {
  return `${title}. ${advice}`;
}

/**
 * The error code in the address that NextAuth's sign-in sends the browser on to, or null when it let the user in.
 * Where the CSRF token is wrong, NextAuth names no error and asks for another try: `?csrf=true`.
 */
export function refusalIn(url: string): string | null {
  const { searchParams } = new URL(url, "http://localhost");
  return searchParams.get("error") ?? (searchParams.has("csrf") ? "csrf" : null);
}
