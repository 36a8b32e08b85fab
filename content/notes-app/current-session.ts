import "server-only";
import { getServerSession, type Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { currentApp } from "./current-app";
import { withTokens } from "./session-tokens";

/** What server code may know of the session. It never leaves the server: the browser gets `clientSession`. */
export type ServerSession = Pick<Session, "user" | "accessToken" | "error"> & {
  /** Seconds since the epoch. A token that is known to be expired is not sent: see `usableAccessToken`. */
  accessExpiresAt?: number | undefined;
};

// #region current-session
/**
 * The session of the request that is being answered, with the user's access token, for server code. `getServerSession`
 * takes options, so server code brings a `session` callback of its own, and the one that answers the browser need not
 * expose the token.
 */
export async function currentSession(): Promise<ServerSession | null> {
  const { authOptions, pieces } = currentApp();
  return getServerSession({
    ...authOptions,
    callbacks: {
      ...authOptions.callbacks,
      session: async ({ session, token }) => {
        const { accessToken, accessExpiresAt } = await withTokens(pieces.refresh, token);
        const user = { name: token.name ?? null, role: token.role };
        return { ...session, user, accessToken, accessExpiresAt, error: token.error };
      },
    },
  });
}
// #endregion current-session

/** What the session cookie holds, for server code that ends sessions; null when nobody is signed in. */
export async function sessionToken(): Promise<JWT | null> {
  const { authOptions } = currentApp();
  const session: { token?: JWT } | null = await getServerSession({
    ...authOptions,
    callbacks: { ...authOptions.callbacks, session: async ({ session, token }) => ({ ...session, token }) },
  });
  return session?.token ?? null;
}

/** The session as the browser is given it. */
export async function clientSession(): Promise<Session | null> {
  return getServerSession(currentApp().authOptions);
}
