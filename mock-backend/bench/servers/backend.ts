import { z } from "zod";
import { createBackend } from "../../app.ts";
import { nodeCrypto } from "../../crypto/node.ts";
import { cheapPasswords } from "../../fixtures/cheap-passwords.ts";
import { listen } from "../../listen.ts";
import { announce, CONNECTIONS } from "../target.ts";

/** The mock backend as `npm run backend` runs it, every rule on. Passwords are cheap: logging in is not measured. */
const client = { id: "bench", secret: "bench-secret" };
const backend = createBackend({
  crypto: nodeCrypto,
  client,
  issuer: "http://127.0.0.1",
  defaultLab: true,
  ...cheapPasswords,
});
const { url } = await listen(backend, { host: "127.0.0.1", port: 0, ownProcess: true });
const tokenSchema = z.object({ refresh_token: z.string() });

const headers = {
  "X-Lab": "default",
  "Content-Type": "application/json",
  Authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}`,
};
await fetch(`${url}/lab/settings`, {
  method: "PATCH",
  headers,
  body: JSON.stringify({ clientAuth: true, grace: 0, rotation: true, reuseDetection: true }),
});
const refreshTokens: string[] = [];
while (refreshTokens.length < CONNECTIONS) {
  const body = JSON.stringify({ email: "ada@example.com", password: "analytical-engine" });
  const answer = await fetch(`${url}/v1/auth/login`, { method: "POST", headers, body });
  refreshTokens.push(tokenSchema.parse(await answer.json()).refresh_token);
}
announce({ port: Number(new URL(url).port), path: "/v1/auth/refresh", headers, body: "json", refreshTokens });
