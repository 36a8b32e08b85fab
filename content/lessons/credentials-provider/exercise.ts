import type { CredentialsPiece } from "@/content/notes-app/pieces";
import { backendFetch } from "@/lib/backend/fetch";
import { now } from "@/lib/lab/clock";

/**
 * Your turn. This file runs as the variant `yours`: choose it in the lab, edit it under `npm run dev`, and sign
 * in again. What to reach, each with the check that tells:
 *
 * 1. Only the two fields that the backend needs are sent to it. (named-fields)
 * 2. A refusal says the same for every address, and nothing that was typed ends up in the URL. (uniform-refusal)
 * 3. "Wait so many seconds", "we are down" and "that is wrong" are three different answers, and a 401 about this
 *    server's own secret is not the third. (retry-after, outage, timeout, client-refused)
 * 4. A reply is used only after its shape was checked, and nobody is signed in by any other. (malformed)
 * 5. Tokens stay on the server. (no-token-in-client)
 * 6. The cookie and the token inside it end at the same time. (cookie-lifetime)
 * 7. What a browser sends to `update()` changes nothing here. (update-cannot-raise-role)
 *
 * The sign-in page knows the codes `Refused`, `Unavailable`, `LockedOut:<seconds>` and `Busy:<seconds>`: throw an Error
 * with one of them as its message.
 */
export const yours: CredentialsPiece = {
  // #region authorize
  async authorize(credentials) {
    const response = await backendFetch("/v1/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(credentials),
    });
    const reply = await response.json();
    if (!response.ok) throw new Error(`Could not sign in ${credentials?.email}`);
    return {
      ...reply.user,
      accessToken: reply.access_token,
      accessExpiresAt: now() + reply.expires_in,
      refreshToken: reply.refresh_token,
    };
  },
  // #endregion authorize

  // #region jwt
  async jwt({ token, user, trigger, session }) {
    if (user) return { ...token, ...user };
    if (trigger === "update") return { ...token, ...session };
    return token;
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
