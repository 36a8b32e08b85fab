import { z } from "zod";
import type { CredentialsPiece } from "@/content/study/pieces";
import { backendFetch } from "@/lib/backend/fetch";
import { now } from "@/lib/lab/clock";

// #region schemas
const form = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) });

const loginReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().int().positive(),
  refresh_token: z.string().min(1),
  user: z.object({
    id: z.string().min(1),
    name: z.string(),
    email: z.email(),
    role: z.enum(["admin", "member"]),
  }),
});

// A 401 may also be about this server's own secret (`invalid_client`), so the code decides and not the status.
const refusal = z.object({ error: z.enum(["invalid_credentials", "invalid_request"]) });
// #endregion schemas

// #region errors
/** NextAuth puts the message of a thrown error into the URL: so only these, and never another's message. */
class SignInError extends Error {
  constructor(code: "Refused" | "Unavailable" | `LockedOut:${number}`) {
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

    const response = await login(fields.data);
    if (response.status === 429) throw new SignInError(`LockedOut:${retryAfterSeconds(response)}`);

    const body: unknown = await response.json().catch(() => null);
    if (refusal.safeParse(body).success) throw new SignInError("Refused");
    const reply = loginReply.safeParse(body);
    if (!response.ok || !reply.success) throw new SignInError("Unavailable");
    const { user, access_token, expires_in, refresh_token } = reply.data;
    return {
      ...user,
      accessToken: access_token,
      accessExpiresAt: now() + expires_in,
      refreshToken: refresh_token,
    };
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
async function login(fields: z.infer<typeof form>): Promise<Response> {
  try {
    return await backendFetch("/v1/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new SignInError("Unavailable");
  }
}

/** RFC 9110 §10.2.3: seconds, or a date that this backend does not use. */
function retryAfterSeconds(response: Response): number {
  return z.coerce.number().int().min(1).max(86_400).catch(60).parse(response.headers.get("Retry-After"));
}
// #endregion login
