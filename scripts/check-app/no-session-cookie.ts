import { type BackendEvent, isLogin } from "./mock-backend";
import type { Profile } from "./profile";

/** The sign-in form was sent, and the app set no session cookie. */
export class NoSessionCookie extends Error {
  override readonly name = "NoSessionCookie";

  /** @param cookies the names of the cookies that the app did set */
  constructor(
    message: string,
    readonly cookies: readonly string[],
  ) {
    super(message);
  }
}

/** A sentence of advice, drawn from the backend's requests and answers. */
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
