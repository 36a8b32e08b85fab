import { type BackendEvent, isLogin } from "./mock-backend";
import type { Profile } from "./profile";

/** The sign-in form was sent, and no session cookie came of it. */
export class NoSessionCookie extends Error {
  override readonly name = "NoSessionCookie";

  /** @param cookies the names of those that did come */
  constructor(
    message: string,
    readonly cookies: readonly string[],
  ) {
    super(message);
  }
}

/** What to look at then, by what the backend was asked and what it answered. */
export function hintOf(
  { cookies }: NoSessionCookie,
  events: readonly BackendEvent[],
  { backend, signIn, sessionCookie }: Profile,
): string {
  const login = events.findLast(isLogin);
  if (!login) return `The backend at ${backend.url} was not asked: is it the app's BACKEND_URL?`;
  const accepted = events.some(
    ({ type, outcome, exchange }) =>
      type === "response" && outcome === "ok" && exchange !== undefined && exchange === login.exchange,
  );
  if (!accepted) return `The backend was asked: is the password of ${signIn.user.email} right?`;
  const found =
    cookies.length > 0 ? `the browser holds ${cookies.join(", ")}` : "the browser holds no cookie";
  const advice =
    sessionCookie === undefined
      ? "name the session cookie in the profile's sessionCookie"
      : "the profile's sessionCookie may be wrong";
  return `The backend accepted the password, and ${found}: ${advice}.`;
}
