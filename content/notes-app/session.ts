import "server-only";
import { getServerSession, type Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import type { VariantChoice } from "@/lib/lab/server/cookies";
import { authOptions } from "./auth-options";
import { tokensBehind } from "./session-tokens";

/** What server code may know of the session. It never leaves the server: the browser gets `clientSession`. */
export type ServerSession = Pick<Session, "user" | "accessToken" | "error"> & {
  /** Seconds since the epoch. A token that is known to be expired is not sent: see `usableAccessToken`. */
  accessExpiresAt?: number | undefined;
};

/**
 * The session with the access token, for server code. `getServerSession` takes options, so server code brings
 * a `session` callback of its own, and the one that answers the browser need not expose the token.
 */
export async function serverSession(choice: VariantChoice): Promise<ServerSession | null> {
  const options = authOptions(choice);
  const behind = tokensBehind(choice);
  return getServerSession({
    ...options,
    callbacks: {
      ...options.callbacks,
      session: async ({ session, token }) => {
        const { accessToken, accessExpiresAt } = await behind(token);
        const user = { name: token.name ?? null, role: token.role };
        return { ...session, user, accessToken, accessExpiresAt, error: token.error };
      },
    },
  });
}

/** What the session cookie holds, for server code that ends sessions; null when nobody is signed in. */
export async function sessionToken(choice: VariantChoice): Promise<JWT | null> {
  const options = authOptions(choice);
  const session: { token?: JWT } | null = await getServerSession({
    ...options,
    callbacks: { ...options.callbacks, session: async ({ session, token }) => ({ ...session, token }) },
  });
  return session?.token ?? null;
}

/** The session as the browser is given it, by the variant's own `session` callback. */
export async function clientSession(choice: VariantChoice): Promise<Session | null> {
  return getServerSession(authOptions(choice));
}
