import { z } from "zod";
import type { CredentialsPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { asApp, requestBackend } from "@/lib/backend/request";
import { readTokenReply } from "@/lib/backend/token-reply";

const form = z.object({ email: z.email().max(254), password: z.string().min(1).max(256) });

const loginReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.unknown().optional(),
  refresh_token: z.string().min(1),
  user: z.object({ id: z.string(), name: z.string(), email: z.email(), role: z.enum(["admin", "member"]) }),
});

const ONE_HOUR_SECONDS = 60 * 60;

/** A solution of the exercise. Its four messages are all that can end up in the URL. */
export const yours: CredentialsPiece = {
  // #region authorize
  async authorize(credentials) {
    const fields = form.safeParse(credentials);
    if (!fields.success) throw new Error("Refused");
    try {
      // Time-out, size and error codes are the backend client's work: only `invalid_credentials` is a refusal.
      const request = asApp(fields.data, "invalid_credentials");
      const reply = await requestBackend("/v1/auth/login", request, loginReply);
      return { ...reply.user, ...readTokenReply(reply, reply.refresh_token) };
    } catch (error) {
      throw new Error(codeFor(error));
    }
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

/** The sign-in page's code for what went wrong. A lockout lasts a second at least, and a day at most. */
function codeFor(error: unknown): string {
  if (!(error instanceof BackendError)) throw error;
  if (error.code === "refused") return "Refused";
  if (error.code === "unavailable" && error.retryAfterSeconds !== undefined) {
    return `Busy:${error.retryAfterSeconds}`;
  }
  if (error.code !== "locked-out") return "Unavailable";
  return `LockedOut:${Math.min(Math.max(error.retryAfterSeconds ?? 60, 1), 86_400)}`;
}
