import { z } from "zod";
import type { CredentialsPiece } from "@/content/notes-app/pieces";
import { backendFetch } from "@/lib/backend/fetch";
import { readBoundedJson } from "@/lib/backend/read-bounded";
import { busySeconds, meaningOf, retryAfterSeconds } from "@/lib/backend/refusal";
import { readTokenReply } from "@/lib/backend/token-reply";

// #region schemas
/** As long as the backend takes them: what fits here fits there. */
const form = z.object({ email: z.email().max(254), password: z.string().min(1).max(256) });

const loginReply = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.unknown().optional(),
  user: z.object({
    id: z.string().min(1),
    name: z.string(),
    email: z.email(),
    role: z.enum(["admin", "member"]),
  }),
});
// #endregion schemas

// #region errors
/** NextAuth puts the message of a thrown error into the URL: so only these, and never another's message. */
class SignInError extends Error {
  constructor(code: "Refused" | "Unavailable" | `LockedOut:${number}` | `Busy:${number}`) {
    super(code);
  }
}
// #endregion errors

const TIMEOUT_MS = 5_000;
const ONE_HOUR_SECONDS = 60 * 60;

export const serverSide: CredentialsPiece = {
  // #region authorize
  async authorize(credentials) {
    const fields = form.safeParse(credentials);
    if (!fields.success) throw new SignInError("Refused");

    const { response, body } = await login(fields.data);
    if (!response.ok) {
      // A 401 can also be about this server's own secret (`invalid_client`): the error code decides.
      const meaning = meaningOf(response, body, "invalid_credentials");
      if (meaning === "refused") throw new SignInError("Refused");
      if (meaning === "locked-out") throw new SignInError(`LockedOut:${waitSeconds(response)}`);
      const seconds = busySeconds(response, body);
      if (seconds !== undefined) throw new SignInError(`Busy:${seconds}`);
      throw new SignInError("Unavailable");
    }
    const reply = loginReply.safeParse(body);
    if (!reply.success) throw new SignInError("Unavailable");
    const { user, refresh_token } = reply.data;
    return { ...user, ...readTokenReply(reply.data, refresh_token) };
  },
  // #endregion authorize

  // #region jwt
  async jwt({ token, user }) {
    // `user` exists at sign-in only. Whatever `update()` sends is not read at all.
    if (!user) return token;
    const { role, accessToken, accessExpiresAt, refreshToken } = user;
    return { ...token, role, accessToken, accessExpiresAt, refreshToken };
  },
  // #endregion jwt

  // #region session
  async session({ session, token }) {
    // This is what any script on the page can read at /api/auth/session.
    return {
      expires: session.expires,
      user: { name: token.name ?? null, role: token.role },
      error: token.error,
    };
  },
  // #endregion session

  // #region lifetimes
  // The cookie follows `session.maxAge`; the first JWE inside it follows `jwt.maxAge`.
  lifetimes: {
    session: { maxAge: ONE_HOUR_SECONDS },
    jwt: { maxAge: ONE_HOUR_SECONDS },
  },
  // #endregion lifetimes
};

// #region login
const ANSWER_LIMIT_BYTES = 64 * 1024;

/** @returns the answer, with its body read as JSON: undefined where the body is something else */
async function login(fields: z.infer<typeof form>): Promise<{ response: Response; body: unknown }> {
  try {
    const response = await backendFetch("/v1/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { response, body: await readBoundedJson(response.body, ANSWER_LIMIT_BYTES) };
  } catch {
    throw new SignInError("Unavailable");
  }
}

/** What the visitor is told to wait: a second at least, a day at most, a minute where the backend does not say. */
function waitSeconds({ headers }: Response): number {
  return Math.min(Math.max(retryAfterSeconds(headers) ?? 60, 1), 86_400);
}
// #endregion login
