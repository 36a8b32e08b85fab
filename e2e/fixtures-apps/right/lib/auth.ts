import "server-only";
import { randomUUID } from "node:crypto";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { login } from "./backend";
import { BackendError } from "./backend-error";
import { servedOverHttps } from "./env";
import { forgetTokens, freshAccess } from "./fresh-tokens";
import { signInCode } from "./sign-in-error";
import { tokenStore } from "./token-store";

/** No longer than the backend's refresh token lives unused. */
const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** The backend's own limits: what is longer cannot be right. */
const form = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(256) });

/** Cookies ignore ports: without names of their own, two apps on localhost sign each other out. */
function cookie(name: string) {
  const secure = servedOverHttps();
  return {
    name: `${secure ? "__Host-" : ""}right-app.${name}`,
    options: { httpOnly: true, sameSite: "strict", path: "/", secure },
  } as const;
}

export const authOptions: AuthOptions = {
  // The cookie follows the first, the JWE inside it the second.
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  jwt: { maxAge: SESSION_SECONDS },
  pages: { signIn: "/signin", error: "/signin" },
  cookies: {
    sessionToken: cookie("session-token"),
    callbackUrl: cookie("callback-url"),
    csrfToken: cookie("csrf-token"),
  },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(submitted) {
        const fields = form.safeParse(submitted);
        if (!fields.success) return null;
        try {
          const { user, tokens } = await login(fields.data.email, fields.data.password);
          return { ...user, tokens };
        } catch (error) {
          if (error instanceof BackendError && error.code === "refused") return null;
          console.warn("A sign-in has failed:", error instanceof Error ? error.message : error);
          throw new Error(signInCode(error));
        }
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (!user) return token;
      const tokensId = randomUUID();
      tokenStore.set(tokensId, user.tokens);
      return { name: user.name, role: user.role, tokensId };
    },
    // Any script on the page can read this at /api/auth/session. Who asks keeps the tokens fresh on the way.
    async session({ session, token }) {
      const { state } = await freshAccess(token.tokensId);
      return {
        expires: session.expires,
        user: { name: token.name ?? null, role: token.role },
        ...(state === "over" && { error: "SessionEnded" as const }),
      };
    },
  },
  events: {
    // signOut() clears one browser's cookie: this is the backend's one chance to hear of it.
    signOut: ({ token }) => forgetTokens(token.tokensId),
  },
};
