import type { Context } from "hono";
import { DEFAULT_SETTINGS } from "../domain/settings.ts";
import { scopesOf } from "../domain/users.ts";
import type { BackendEnv } from "../http/env.ts";
import { json } from "../http/reply.ts";
import { findLab } from "../lab/lab-id.ts";
import type { Route } from "./route.ts";

/** The lab's public keys (RFC 7517 §5): the signing key first, then the keys whose tokens still live. */
async function jwks(context: Context<BackendEnv>): Promise<Response> {
  const lab = await findLab(context.get("services"), context.req.header("x-lab"), true);
  const { now } = await lab.clock();
  const keys = await lab.keys.published(now);
  return json(context, 200, { keys: keys.map((key) => key.publicJwk) }, { "Cache-Control": "no-cache" });
}

/**
 * RFC 8414 §2. The metadata leaves the login out, which is no OAuth endpoint. Whether a client must authenticate is a setting
 * of the lab that the request names, or of the lab `default`; where there is neither, the default settings hold.
 */
async function metadata(context: Context<BackendEnv>): Promise<Response> {
  const services = context.get("services");
  const { issuer } = services;
  const header = context.req.header("x-lab");
  const lab =
    header === undefined && !services.defaultLab ? undefined : await findLab(services, header, true);
  const { clientAuth } = lab ? await lab.settings() : DEFAULT_SETTINGS;
  const methods = clientAuth ? ["client_secret_basic"] : ["client_secret_basic", "none"];
  return json(context, 200, {
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    scopes_supported: scopesOf("admin"),
    response_types_supported: [],
    grant_types_supported: ["refresh_token"],
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
  });
}

export const metadataRoutes: readonly Route[] = [
  { method: "GET", path: "/.well-known/jwks.json", does: "the public keys", handler: jwks },
  {
    method: "GET",
    path: "/.well-known/oauth-authorization-server",
    does: "the metadata of RFC 8414",
    handler: metadata,
  },
];
