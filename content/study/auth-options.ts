import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { revokeTokens } from "@/lib/backend/tokens";
import { cookieFlags, cookieName, type VariantChoice } from "@/lib/lab/cookies";
import { observeAuth } from "@/lib/lab/observe";
import { chosenPieces } from "./registry";

/**
 * The one NextAuth configuration of the app under study, made of the variants that the lab has chosen.
 *
 * @param choice variant by lesson slug, as the browser's cookie names them
 */
export function authOptions(choice: VariantChoice): AuthOptions {
  const { credentials, refresh } = chosenPieces(choice);
  return observeAuth({
    session: { strategy: "jwt", ...credentials.lifetimes.session },
    jwt: { ...credentials.lifetimes.jwt },
    pages: { signIn: "/signin", error: "/signin" },
    cookies: {
      sessionToken: { name: cookieName("session-token"), options: cookieFlags() },
      callbackUrl: { name: cookieName("callback-url"), options: cookieFlags() },
      csrfToken: { name: cookieName("csrf-token"), options: cookieFlags() },
    },
    providers: [
      CredentialsProvider({
        credentials: {
          email: { label: "Email", type: "email" },
          password: { label: "Password", type: "password" },
        },
        authorize: (submitted) => credentials.authorize(submitted),
      }),
    ],
    callbacks: {
      async jwt(params) {
        const token = await credentials.jwt(params);
        return params.user ? token : refresh.jwt(token);
      },
      session: credentials.session,
    },
    events: {
      // signOut() only clears the browser's cookie: this is the backend's one chance to hear of it.
      async signOut({ token }) {
        if (token.refreshToken) await revokeTokens(token.refreshToken);
      },
    },
    logger: {
      // A thrown error's text may hold an address or a token: its code is enough for the log.
      error: (code) => console.warn(`[auth] ${code}`),
      warn: () => {},
      debug: () => {},
    },
  });
}
