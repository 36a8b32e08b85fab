import "server-only";
import { getServerSession, type Session } from "next-auth";
import { authOptions } from "./auth";
import { freshTokens } from "./fresh-tokens";

/** Who is signed in, for what is shown. A session that has ended is none. */
export async function currentUser(): Promise<Session["user"] | null> {
  const session = await getServerSession(authOptions);
  return session === null || session.error ? null : session.user;
}

/**
 * The user's own access token, for server code: it comes from the store, never through what the browser can read.
 *
 * @returns null for who is not signed in (any more)
 */
export async function accessToken(): Promise<string | null> {
  const session = await getServerSession({
    ...authOptions,
    callbacks: {
      ...authOptions.callbacks,
      session: async ({ session, token }) => ({
        ...session,
        accessToken: (await freshTokens(token.tokensId))?.accessToken,
      }),
    },
  });
  return session?.accessToken ?? null;
}
