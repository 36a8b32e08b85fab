import { CompactSign } from "jose";
import { z } from "zod";
import { AUDIENCE, TOKEN_TYPE } from "./access-token.ts";
import { toSeconds } from "./clock.ts";
import { SIGNING_ALGORITHM, type SigningKey } from "./keys.ts";
import { scopesOf, type User } from "./users.ts";

/**
 * Tokens that a real issuer also signs, with the same key, and that an API must not take for its own access tokens.
 * - `id-token`: tells another app who signed in there (OpenID Connect Core §2)
 * - `other-audience`: an access token for another API
 * - `yesterday`: an access token of this API, long expired
 * - `without-exp`: an issuer's mistake, an access token that never ends
 */
export const foreignTokenSchema = z.object({
  as: z.enum(["id-token", "other-audience", "yesterday", "without-exp"]),
  userId: z.string().max(64),
});
export type ForeignTokenKind = z.infer<typeof foreignTokenSchema>["as"];

/** The other app and the other API: they exist in name only. */
export const OTHER_CLIENT = "quiz-game";
export const OTHER_AUDIENCE = "https://newsletter.silent-refresh.example";

const HOUR_SECONDS = 3600;

/** Signs a token that is genuine and not for this API. @param now lab time, epoch milliseconds */
export async function issueForeignToken(
  kind: ForeignTokenKind,
  {
    key,
    issuer,
    clientId,
    user,
    now,
  }: { key: SigningKey; issuer: string; clientId: string; user: User; now: number },
): Promise<string> {
  const iat = toSeconds(now) - (kind === "yesterday" ? 24 * HOUR_SECONDS : 0);
  const common = {
    iss: issuer,
    sub: user.id,
    iat,
    exp: iat + HOUR_SECONDS,
    jti: globalThis.crypto.randomUUID(),
  };
  const access = {
    ...common,
    aud: AUDIENCE,
    client_id: clientId,
    scope: scopesOf(user.role).join(" "),
    roles: [user.role],
  };
  const { exp: _left, ...endless } = access;
  const claims = {
    "id-token": { ...common, aud: OTHER_CLIENT, nonce: "n-0S6", name: user.name },
    "other-audience": { ...access, aud: OTHER_AUDIENCE },
    yesterday: access,
    "without-exp": endless,
  }[kind];
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({
      alg: SIGNING_ALGORITHM,
      kid: key.kid,
      typ: kind === "id-token" ? "JWT" : TOKEN_TYPE,
    })
    .sign(key.privateKey);
}
