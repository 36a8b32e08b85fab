import type { Context } from "hono";
import { z } from "zod";
import { verifyAccessToken } from "../domain/access-token.ts";
import { identify } from "../domain/refresh-token.ts";
import { formBody, jsonBody } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import { empty, NO_STORE } from "../http/reply.ts";
import { noteEnded } from "../lab/note.ts";
import { accessTokenExpectations } from "./authenticate.ts";
import { requireClient } from "./client-auth.ts";
import type { Route } from "./route.ts";

const logoutSchema = z.object({ refresh_token: z.string().min(1).max(4096) });
const revocationSchema = z.object({ token: z.string().min(1).max(4096) });

async function logout(context: Context<BackendEnv>): Promise<Response> {
  await requireClient(context);
  await revokeFamily(context, jsonBody(context.get("body"), logoutSchema).refresh_token);
  return empty(context, 204);
}

/**
 * RFC 7009: the client authenticates itself as at the token endpoint (§2.1), a refresh token ends its family, an access
 * token ends alone, and an unknown token is answered like a known one (§2.2).
 */
async function revoke(context: Context<BackendEnv>): Promise<Response> {
  await requireClient(context);
  const { token } = formBody(context.get("body"), revocationSchema);
  if (!(await revokeFamily(context, token))) await denyAccessToken(context, token);
  return empty(context, 200, NO_STORE);
}

async function revokeFamily(context: Context<BackendEnv>, token: string): Promise<boolean> {
  const lab = context.get("lab");
  const { now } = await lab.clock();
  const ended = await lab.families.revokeByToken(
    identify(context.get("services").crypto, token),
    "signed-out",
    now,
  );
  if (ended) noteEnded(lab, ended, "signed-out");
  return ended !== undefined;
}

/** By `jti`, and only after the signature held: a hash of the string would be dodged by another spelling. */
async function denyAccessToken(context: Context<BackendEnv>, token: string): Promise<void> {
  const verdict = await verifyAccessToken(token, await accessTokenExpectations(context));
  if (verdict.ok) await context.get("lab").families.denyAccess(verdict.claims.sid, verdict.claims.jti);
}

export const logoutRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/auth/logout", does: "ends the refresh token's family", handler: logout },
  { method: "POST", path: "/oauth/revoke", does: "the same as an OAuth form (RFC 7009)", handler: revoke },
];
