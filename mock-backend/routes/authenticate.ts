import type { Context } from "hono";
import { type AccessTokenClaims, verifyAccessToken } from "../domain/access-token.ts";
import type { User } from "../domain/users.ts";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";

export interface Authenticated {
  /** As the backend knows them now, not as the token says. */
  readonly user: User;
  readonly claims: AccessTokenClaims;
}

/**
 * Finds the user whose access token a request brings (RFC 6750 §2.1: the Authorization header only).
 *
 * @throws ApiError 401 `missing_token` with a bare challenge, 401 `invalid_token` (RFC 6750 §3.1)
 */
export async function authenticate(context: Context<BackendEnv>): Promise<Authenticated> {
  const token = /^bearer +([^ ]+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (token === undefined) {
    throw new ApiError(401, "missing_token", "Send an access token as Authorization: Bearer.", {
      headers: { "WWW-Authenticate": "Bearer" },
    });
  }
  const verdict = await verifyAccessToken(token, await accessTokenExpectations(context));
  if (!verdict.ok) throw invalidToken(verdict.reason);
  const { claims } = verdict;
  const lab = context.get("lab");
  const user = await lab.users.byId(claims.sub);
  if (!user) throw invalidToken("unknown-user");
  if (user.suspended) throw invalidToken("suspended");
  if (!(await lab.families.honours(claims.sid, claims.jti))) throw invalidToken("revoked");
  return { user, claims };
}

/** What the lab expects of an access token at this moment. */
export async function accessTokenExpectations(context: Context<BackendEnv>) {
  const lab = context.get("lab");
  const { client, issuer } = context.get("services");
  const { now } = await lab.clock();
  const keys = await lab.keys.published(now);
  return { issuer, clientId: client.id, keyFor: (kid: string) => keys.find((key) => key.kid === kid), now };
}

/** @throws ApiError 403 `insufficient_scope` when the token was not given this scope */
export function requireScope({ claims }: Authenticated, scope: string): void {
  if (!claims.scope.split(" ").includes(scope)) throw insufficientScope(scope);
}

/** Asks the user of now: a demotion counts at once, although the token still says otherwise. */
export function requireAdmin({ user }: Authenticated): void {
  if (user.role !== "admin") throw insufficientScope("users:manage");
}

function insufficientScope(scope: string): ApiError {
  return new ApiError(403, "insufficient_scope", `This needs the scope ${scope}.`, {
    headers: { "WWW-Authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
  });
}

function invalidToken(reason: string): ApiError {
  return new ApiError(401, "invalid_token", "The access token is not valid (any more).", {
    headers: {
      "WWW-Authenticate":
        'Bearer error="invalid_token", error_description="The access token is not valid (any more)."',
    },
    reason,
  });
}
