import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { chosenPieces } from "@/content/variants";
import { requireSecret } from "@/lib/env";
import { cookieFlags, cookieName, type VariantChoice } from "@/lib/lab/server/cookies";
import { observeAuth } from "@/lib/lab/server/observe";
import type { SessionCookie } from "./pieces";
import { tokensBehind, withTokens } from "./session-tokens";
import { endSession, requireAlive } from "./sign-out";

/**
 * The one NextAuth configuration of the app under study, made of the variants that the lab has chosen.
 *
 * @param choice variant by lesson slug, as the browser's cookie names them
 */
export function authOptions(choice: VariantChoice): AuthOptions {
  const { credentials, refresh, browserData, signOut } = chosenPieces(choice);
  const options: AuthOptions = {
    secret: requireSecret(),
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
      jwt: async (params) => {
        const session = await credentials.jwt(params);
        if (params.user) return refresh.jwt((await signOut.begin?.(session)) ?? session);
        const token = await refresh.jwt(session);
        await requireAlive(signOut, refresh, token);
        return token;
      },
      session: async (params) => {
        const token = await withTokens(refresh, params.token);
        const session = await credentials.session({ ...params, token });
        return browserData.session?.(session, token) ?? session;
      },
    },
    events: {
      // signOut() only clears the browser's cookie: this is the backend's one chance to hear of it.
      signOut: ({ token }) => endSession(signOut, refresh, token),
    },
    logger: {
      // A thrown error's text may hold an address or a token: its code is enough for the log.
      error: (code) => console.warn(`[auth] ${code}`),
      warn: () => {},
      debug: () => {},
    },
  };
  return observeAuth(options, tokensBehind(choice));
}

/** For code that reads and writes the session cookie outside of NextAuth. */
export function sessionCookie(choice: VariantChoice): SessionCookie {
  const { session } = chosenPieces(choice).credentials.lifetimes;
  return {
    name: cookieName("session-token"),
    options: cookieFlags(),
    maxAgeSeconds: session?.maxAge ?? NEXT_AUTH_MAX_AGE_SECONDS,
    secret: requireSecret(),
  };
}

/** next-auth's own default. */
const NEXT_AUTH_MAX_AGE_SECONDS = 30 * 24 * 60 * 60;
