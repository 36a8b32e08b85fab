import type { CredentialsPiece } from "@/content/notes-app/pieces";
import { backendFetch } from "@/lib/backend/fetch";
import { now } from "@/lib/lab/clock";

export const asPosted: CredentialsPiece = {
  // #region authorize
  async authorize(credentials) {
    try {
      const response = await backendFetch("/v1/auth/login", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(credentials),
      });
      const reply = await response.json();
      if (response.ok && reply) {
        return {
          ...reply.user,
          accessToken: reply.access_token,
          accessExpiresAt: now() + reply.expires_in,
          refreshToken: reply.refresh_token,
        };
      }
      return null;
    } catch {
      return null;
    }
  },
  // #endregion authorize

  // #region jwt
  async jwt({ token, user, trigger, session }) {
    if (user) Object.assign(token, user);
    if (trigger === "update") Object.assign(token, session);
    return token;
  },
  // #endregion jwt

  // #region session
  async session({ session, token }) {
    return { ...session, ...token, user: { ...session.user, role: token.role } };
  },
  // #endregion session

  // #region lifetimes
  lifetimes: {
    session: { maxAge: 60 * 60 },
  },
  // #endregion lifetimes
};
