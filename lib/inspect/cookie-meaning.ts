/**
 * The purpose of a cookie, judged by its name: NextAuth 4's names, with the prefix `__Secure-` or `__Host-` over
 * https.
 * - `session`: the encrypted session token
 * - `csrf`: a random value and its hash, joined by `|`
 * - `callback-url`: where the browser goes after sign-in
 * - `sign-in`: `state`, `nonce` or the PKCE verifier of a sign-in under way
 * - `other`: not a cookie of NextAuth
 */
export type CookieMeaning = "session" | "csrf" | "callback-url" | "sign-in" | "other";

const meanings: readonly [RegExp, CookieMeaning][] = [
  [/^session-token$/, "session"],
  [/^csrf-token$/, "csrf"],
  [/^callback-url$/, "callback-url"],
  [/^(state|nonce|pkce\.code_verifier)$/, "sign-in"],
];

/** @param name without the number of a chunk */
export function cookieMeaning(name: string): CookieMeaning {
  // Auth.js 5 names the same cookies `authjs.*`.
  const [, own] = /^(?:__Secure-|__Host-)?(?:next-auth|authjs)\.(.+)$/.exec(name) ?? [];
  if (own === undefined) return "other";
  return meanings.find(([pattern]) => pattern.test(own))?.[1] ?? "other";
}
