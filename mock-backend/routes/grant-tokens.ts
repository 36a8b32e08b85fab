import type { Context } from "hono";
import { accessTokenDates, issueAccessToken } from "../domain/access-token.ts";
import { publicUser, type User } from "../domain/users.ts";
import type { BackendEnv } from "../http/env.ts";
import { json, NO_STORE } from "../http/reply.ts";
import type { IssuedRefresh } from "../store/families.ts";

/**
 * The token response (RFC 6749 §5.1) of a login or a refresh. The access token carries the settings and the role of
 * this moment, whatever those of the last one were.
 *
 * @param now lab time of the login or the rotation, epoch milliseconds
 * @param refreshToken left out when rotation is off: the client goes on with the one that it has (RFC 6749 §6)
 */
export async function grantTokens(
  context: Context<BackendEnv>,
  {
    user,
    refresh,
    refreshToken,
    now,
  }: { user: User; refresh: IssuedRefresh; refreshToken: string | undefined; now: number },
): Promise<Response> {
  const { client, crypto, issuer } = context.get("services");
  const lab = context.get("lab");
  const { accessTtl } = await lab.settings();
  const dates = accessTokenDates(now, accessTtl);
  const expiresAt = dates.exp * 1000;
  const key = await lab.keys.forSigning(expiresAt);
  const { token, claims } = await issueAccessToken({
    key,
    issuer,
    clientId: client.id,
    user,
    sid: refresh.sid,
    dates,
  });
  const access = await lab.families.recordAccess(refresh.sid, {
    hash: crypto.sha256(token),
    jti: claims.jti,
    issuedAt: dates.iat * 1000,
    expiresAt,
  });
  recordIssued(context, refresh, access, refreshToken !== undefined);
  return json(
    context,
    200,
    {
      access_token: token,
      token_type: "Bearer",
      expires_in: accessTtl,
      refresh_token: refreshToken,
      refresh_expires_in: Math.max(Math.floor((refresh.expiresAt - now) / 1000), 0),
      user: publicUser(user),
    },
    NO_STORE,
  );
}

function recordIssued(
  context: Context<BackendEnv>,
  refresh: IssuedRefresh,
  access: { generation: number; family: number } | undefined,
  newRefresh: boolean,
): void {
  const exchange = context.get("exchange");
  if (!exchange) return;
  const { generation, family } = refresh;
  if (access) {
    exchange.issued.push({ kind: "access", generation: access.generation, family, role: "issued" });
  }
  if (newRefresh) exchange.issued.push({ kind: "refresh", generation, family, role: "issued" });
  exchange.received = { access: access?.generation ?? null, refresh: generation };
}
