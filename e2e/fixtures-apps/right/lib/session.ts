import "server-only";
import { getServerSession, type Session } from "next-auth";
import { authOptions } from "./auth";
import { BackendError } from "./backend-error";
import { dropAccess, freshAccess } from "./fresh-tokens";

/** Nobody is signed in, or not any more. */
export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}

/** Who is signed in, for what is shown. A session that has ended is none. */
export async function currentUser(): Promise<Session["user"] | null> {
  const session = await getServerSession(authOptions);
  return session === null || session.error ? null : session.user;
}

/**
 * Calls the backend with the user's own access token, which comes from the store, never through what the browser can
 * read. An access token that the API refuses is exchanged once (RFC 6750 §3.1): whether the sign-in is over, only the
 * token endpoint says.
 *
 * @throws NotSignedIn
 * @throws BackendError
 */
export async function asUser<T>(call: (accessToken: string) => Promise<T>): Promise<T> {
  const id = await currentTokensId();
  const token = await accessToken(id);
  try {
    return await call(token);
  } catch (error) {
    if (!(error instanceof BackendError) || error.code !== "refused") throw error;
    dropAccess(id, token);
    return call(await accessToken(id));
  }
}

async function accessToken(id: string): Promise<string> {
  const access = await freshAccess(id);
  if (access.state === "over") throw new NotSignedIn();
  if (access.state === "unavailable") throw new BackendError("unavailable", "there is no access token yet");
  return access.token;
}

async function currentTokensId(): Promise<string> {
  const session = await getServerSession({
    ...authOptions,
    callbacks: {
      ...authOptions.callbacks,
      session: async ({ session, token }) => ({ ...session, tokensId: token.tokensId }),
    },
  });
  if (!session?.tokensId) throw new NotSignedIn();
  return session.tokensId;
}
