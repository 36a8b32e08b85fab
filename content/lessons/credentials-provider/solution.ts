import { z } from "zod";
import type { CredentialsPiece } from "@/content/study/pieces";
import { backendFetch } from "@/lib/backend/fetch";
import { now } from "@/lib/lab/clock";

const form = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) });

const loginReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().int().positive(),
  refresh_token: z.string().min(1),
  user: z.object({ id: z.string(), name: z.string(), email: z.email(), role: z.enum(["admin", "member"]) }),
});

/** A 401 can also mean that this server's own secret is wrong: the code tells. */
const refusal = z.object({ error: z.enum(["invalid_credentials", "invalid_request"]) });

const TIMEOUT_MS = 5_000;
const ONE_HOUR_SECONDS = 60 * 60;

/** A solution of the exercise. Its three messages are all that can end up in the URL. */
export const yours: CredentialsPiece = {
  // #region authorize
  async authorize(credentials) {
    const fields = form.safeParse(credentials);
    if (!fields.success) throw new Error("Refused");
    const response = await backendFetch("/v1/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields.data),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new Error("Unavailable");
    });
    if (response.status === 429) throw new Error(`LockedOut:${waitSeconds(response)}`);
    const body: unknown = await response.json().catch(() => null);
    if (refusal.safeParse(body).success) throw new Error("Refused");
    const reply = loginReply.safeParse(body);
    if (!response.ok || !reply.success) throw new Error("Unavailable");
    return {
      ...reply.data.user,
      accessToken: reply.data.access_token,
      accessExpiresAt: now() + reply.data.expires_in,
      refreshToken: reply.data.refresh_token,
    };
  },
  // #endregion authorize

  // #region jwt
  async jwt({ token, user }) {
    if (!user) return token;
    const { role, accessToken, accessExpiresAt, refreshToken } = user;
    return { ...token, role, accessToken, accessExpiresAt, refreshToken };
  },
  // #endregion jwt

  // #region session
  async session({ session, token }) {
    const { expires } = session;
    return { expires, user: { name: token.name ?? null, role: token.role }, error: token.error };
  },
  // #endregion session

  // #region lifetimes
  lifetimes: {
    session: { maxAge: ONE_HOUR_SECONDS },
    jwt: { maxAge: ONE_HOUR_SECONDS },
  },
  // #endregion lifetimes
};

/** RFC 9110 §10.2.3: seconds; a minute for whatever else is there. */
function waitSeconds(response: Response): number {
  return z.coerce.number().int().min(1).max(86_400).catch(60).parse(response.headers.get("Retry-After"));
}
