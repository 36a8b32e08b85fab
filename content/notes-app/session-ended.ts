/** Thrown in the `jwt` callback, where NextAuth answers a throw with nobody, and clears the cookie where it can. */
export class SessionEnded extends Error {
  override readonly name = "SessionEnded";
}
