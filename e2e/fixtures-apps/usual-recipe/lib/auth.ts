import "server-only";
import type { AuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { post } from "./backend";

/** Cookies ignore ports: without names of their own, two apps on localhost sign each other out. */
function cookie(name: string) {
  const secure = (process.env.NEXTAUTH_URL ?? "").startsWith("https:");
  return {
    name: `${secure ? "__Secure-" : ""}usual-recipe.${name}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** The recipe as it is found in guides: refresh in `jwt`, the token on the session. What is wrong says so. */
export const authOptions: AuthOptions = {
  // Wrong: thirty days by default, and the backend's refresh token lives for seven.
  session: { strategy: "jwt" },
  cookies: {
    sessionToken: cookie("session-token"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
  },
  providers: [
    CredentialsProvider({
      credentials: {
        email: { label: "Email", type: "email" },
        password: { label: "Password", type: "password" },
      },
      async authorize(credentials) {
        // Wrong: an outage reads as a wrong password.
        const reply = await post("/v1/auth/login", {
          email: credentials?.email,
          password: credentials?.password,
        }).catch(() => null);
        if (reply === null) return null;
        const { user, access_token, expires_in, refresh_token } = reply;
        return {
          ...user,
          accessToken: access_token,
          accessTokenExpires: Date.now() + expires_in * 1000,
          refreshToken: refresh_token,
        };
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (user) return { ...token, ...user };
      if (Date.now() < token.accessTokenExpires) return token;
      // Wrong: no lock, and a Server Component cannot keep what comes of it.
      return refreshAccessToken(token);
    },
    async session({ session, token }) {
      // Wrong: any script on the page can read this at /api/auth/session.
      return { ...session, accessToken: token.accessToken, ...(token.error && { error: token.error }) };
    },
  },
  // Wrong: no `events.signOut`, so the backend never hears of a sign-out.
};

async function refreshAccessToken(token: JWT): Promise<JWT> {
  try {
    const reply = await post("/v1/auth/refresh", { refresh_token: token.refreshToken });
    return {
      ...token,
      accessToken: reply.access_token,
      accessTokenExpires: Date.now() + reply.expires_in * 1000,
      refreshToken: reply.refresh_token ?? token.refreshToken,
    };
  } catch {
    // Wrong: an outage ends the session as a refusal does.
    return { ...token, error: "RefreshAccessTokenError" };
  }
}
