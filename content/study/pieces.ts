import type { AuthOptions, CallbacksOptions, User } from "next-auth";
import type { JWT } from "next-auth/jwt";

/** Lesson 1's piece: how a user signs in, and what of the answer is kept where. */
export interface CredentialsPiece {
  /** NextAuth calls it with every field of the submitted form. */
  authorize(credentials: Record<string, string> | undefined): Promise<User | null>;
  jwt: CallbacksOptions["jwt"];
  session: CallbacksOptions["session"];
  /** `session.maxAge` and `jwt.maxAge`, in seconds. */
  lifetimes: Pick<AuthOptions, "session" | "jwt">;
}

/** Lesson 2's piece: what happens to the tokens once they age. */
export interface RefreshPiece {
  /** Runs in NextAuth's `jwt` callback whenever a session is read, after sign-in's own work. */
  jwt(token: JWT): Promise<JWT>;
}
