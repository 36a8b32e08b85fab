import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { generateKeyPair, SignJWT } from "jose";
import { announce, CONNECTIONS } from "../target.ts";

/** The floor: `node:http`, one Map, one ES256 signature, and not a single rule. */
const { privateKey } = await generateKeyPair("ES256");
const live = new Map<string, string>();
const refreshTokens = Array.from({ length: CONNECTIONS }, () => randomBytes(32).toString("base64url"));
for (const token of refreshTokens) live.set(token, "user-ada");

const server = createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (chunk) => {
    text += chunk;
  });
  request.on("end", async () => {
    const presented = JSON.parse(text).refresh_token;
    const sub = live.get(presented);
    if (sub === undefined) return response.writeHead(400).end('{"error":"invalid_grant"}');
    live.delete(presented);
    const refreshToken = randomBytes(32).toString("base64url");
    live.set(refreshToken, sub);
    const iat = Math.floor(Date.now() / 1000);
    const accessToken = await new SignJWT({
      iss: "http://127.0.0.1",
      aud: "https://api.silent-refresh.example",
      sub,
      client_id: "bench",
      iat,
      exp: iat + 900,
      jti: randomUUID(),
      sid: "eb0c2c9e-6f2b-4d7e-9d0e-0a1f7b9f7d11",
      scope: "notes:read notes:write users:manage",
      roles: ["admin"],
    })
      .setProtectedHeader({ alg: "ES256", kid: "bench", typ: "at+jwt" })
      .sign(privateKey);
    const body = JSON.stringify({
      access_token: accessToken,
      token_type: "Bearer",
      expires_in: 900,
      refresh_token: refreshToken,
      refresh_expires_in: 604_800,
      user: { id: sub, name: "Ada Lovelace", email: "ada@example.com", role: "admin" },
    });
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      "Content-Length": Buffer.byteLength(body),
    });
    return response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  announce({
    port: typeof address === "object" && address ? address.port : 0,
    path: "/",
    headers: { "Content-Type": "application/json" },
    body: "json",
    refreshTokens,
  });
});
