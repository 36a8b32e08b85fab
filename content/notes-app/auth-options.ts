import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { requireSecret } from "@/lib/env";
import { cookieFlags, cookieName } from "@/lib/http/cookies";
import type { NotesApp } from "./current-app";
import type { AppPieces, SessionCookie } from "./pieces";
import { withTokens } from "./session-tokens";
import { endSession, requireAlive } from "./sign-out";

// #region assembly
/** The one NextAuth configuration of the app: here the lessons' pieces meet. */
export function authOptions({ credentials, refresh, browserData, signOut }: AppPieces): AuthOptions {
  return {
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
      // At sign-in, and whenever the session is read.
      jwt: async (params) => {
        const session = await credentials.jwt(params);
        if (params.user) return refresh.jwt((await signOut.begin?.(session)) ?? session);
        const token = await refresh.jwt(session);
        await requireAlive(signOut, refresh, token);
        return token;
      },
      // What of the session the browser is told.
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
}
// #endregion assembly

/** next-auth's own default. */
const NEXT_AUTH_MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

/** For code that reads and writes the session cookie outside of NextAuth. */
export function sessionCookie({ credentials }: Pick<AppPieces, "credentials">): SessionCookie {
  return {
    name: cookieName("session-token"),
    options: cookieFlags(),
    maxAgeSeconds: credentials.lifetimes.session?.maxAge ?? NEXT_AUTH_MAX_AGE_SECONDS,
    secret: requireSecret(),
  };
}

/** @throws EnvironmentError `missing_secret` */
export function assembleApp(pieces: AppPieces): NotesApp {
  return { pieces, authOptions: authOptions(pieces), sessionCookie: sessionCookie(pieces) };
}
