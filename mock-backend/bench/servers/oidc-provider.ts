import { createServer } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";
import { announce, CONNECTIONS } from "../target.ts";

/** A certified OpenID provider doing the same: rotation, reuse detection, client authentication, one ES256 signature. */
const AUDIENCE = "https://api.silent-refresh.example";
const client = { id: "bench", secret: "bench-secret" };
const { privateKey } = await generateKeyPair("ES256", { extractable: true });

const provider = new Provider("http://127.0.0.1", {
  clients: [
    {
      client_id: client.id,
      client_secret: client.secret,
      grant_types: ["authorization_code", "refresh_token"],
      redirect_uris: ["http://127.0.0.1/callback"],
      response_types: ["code"],
      id_token_signed_response_alg: "ES256",
    },
  ],
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "ES256", use: "sig", kid: "bench" }] },
  scopes: ["offline_access", "notes"],
  rotateRefreshToken: true,
  ttl: { AccessToken: 900, RefreshToken: 604_800, Grant: 604_800 },
  findAccount: async (_context: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub }) }),
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: async () => AUDIENCE,
      useGrantedResource: async () => true,
      getResourceServerInfo: async () => ({
        scope: "notes",
        audience: AUDIENCE,
        accessTokenTTL: 900,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "ES256" } },
      }),
    },
  },
});

const registered = await provider.Client.find(client.id);
if (!registered) throw new Error("the client was not registered");
const refreshTokens: string[] = [];
while (refreshTokens.length < CONNECTIONS) {
  const accountId = "user-ada";
  const grant = new provider.Grant({ accountId, clientId: client.id });
  grant.addResourceScope(AUDIENCE, "notes");
  const grantId = await grant.save();
  const refresh = new provider.RefreshToken({
    accountId,
    client: registered,
    grantId,
    gty: "authorization_code",
    scope: "notes",
    resource: AUDIENCE,
  });
  refreshTokens.push(await refresh.save());
}

const server = createServer(provider.callback());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  announce({
    port: typeof address === "object" && address ? address.port : 0,
    path: "/token",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      Authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}`,
    },
    body: "form",
    refreshTokens,
  });
});
