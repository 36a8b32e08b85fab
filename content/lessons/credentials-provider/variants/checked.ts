import { z } from "zod";
import type { CredentialsPiece } from "@/content/notes-app/pieces";
import { backendFetch } from "@/lib/backend/fetch";
import { now } from "@/lib/lab/clock";

const loginReply = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(["admin", "member"]) }),
});

export const checked: CredentialsPiece = {
  // #region authorize
  async authorize(credentials) {
    try {
      const response = await backendFetch("/v1/auth/login", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ email: credentials?.email, password: credentials?.password }),
      });
      if (!response.ok) return null;
      const reply = loginReply.parse(await response.json());
      return {
        ...reply.user,
        accessToken: reply.access_token,
        accessExpiresAt: now() + reply.expires_in,
        refreshToken: reply.refresh_token,
      };
    } catch {
      return null;
    }
  },
  // #endregion authorize

  // #region jwt
  async jwt({ token, user }) {
    if (!user) return token;
    const { id, ...kept } = user;
    return { ...token, ...kept, sub: id };
  },
  // #endregion jwt

  // #region session
  async session({ session, token }) {
    return { ...session, user: { ...session.user, role: token.role }, accessToken: token.accessToken };
  },
  // #endregion session

  // #region lifetimes
  lifetimes: {
    session: { maxAge: 60 * 60 },
  },
  // #endregion lifetimes
};
