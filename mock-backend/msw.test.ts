import { setupServer } from "msw/node";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { nodeCrypto } from "./crypto/node.ts";
import { cheapPasswords } from "./fixtures/cheap-passwords.ts";
import { mockBackendHandlers } from "./msw.ts";

const server = setupServer();
afterEach(() => {
  server.close();
});

const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string() });

async function post(url: string, json: unknown): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(json),
  });
}

test.each(["http://127.0.0.1:4000", "https://app.test/mock-backend"])(
  "answers under MSW at %s",
  async (baseUrl) => {
    server.listen({ onUnhandledRequest: "error" });
    server.use(...mockBackendHandlers({ baseUrl, ...cheapPasswords }));
    const login = await post(`${baseUrl}/v1/auth/login`, {
      email: "ada@example.com",
      password: "analytical-engine",
    });
    const first = tokensSchema.parse(await login.json());
    const me = await fetch(`${baseUrl}/v1/me`, {
      headers: { Authorization: `Bearer ${first.access_token}` },
    });
    expect(await me.json()).toMatchObject({ name: "Ada Lovelace" });
    const refreshed = await post(`${baseUrl}/v1/auth/refresh`, { refresh_token: first.refresh_token });
    expect(refreshed.status).toBe(200);
    const reused = await post(`${baseUrl}/v1/auth/refresh`, { refresh_token: first.refresh_token });
    expect(await reused.json()).toMatchObject({ error: "invalid_grant" });
    const metadata = await fetch(`${baseUrl}/.well-known/oauth-authorization-server`);
    expect(await metadata.json()).toMatchObject({ issuer: baseUrl });
  },
);

test("both doors' primitives agree, and the published passwords pass at their real cost", async () => {
  const { browserCrypto } = await import("./crypto/browser.ts");
  const { createPasswords } = await import("./domain/passwords.ts");
  const { passwordCosts } = await import("./domain/password-costs.ts");
  const { SEED_PASSWORDS } = await import("./domain/seed.ts");
  expect(browserCrypto.sha256("naïve")).toBe(nodeCrypto.sha256("naïve"));
  const salt = new Uint8Array(16).fill(7);
  const cost = { N: 64, r: 8, p: 2 };
  expect(await browserCrypto.scrypt("pässword", salt, cost, 32)).toEqual(
    await nodeCrypto.scrypt("pässword", salt, cost, 32),
  );
  const parameters = { class: "N=4096,r=8,p=1", owasp: "N=32768,r=8,p=3", tests: "N=16,r=1,p=1" };
  for (const name of ["class", "owasp", "tests"] as const) {
    const { passwordCost, seedHashes } = passwordCosts[name];
    const passwords = createPasswords(nodeCrypto, passwordCost);
    expect((await passwords.hash("any")).split("$")[1]).toBe(parameters[name]);
    for (const [email, hash] of Object.entries(seedHashes)) {
      const password = Object.entries(SEED_PASSWORDS).find(([address]) => address === email)?.[1] ?? "";
      expect(hash.split("$")[1]).toBe(parameters[name]);
      expect(await passwords.verify(password, hash)).toBe(true);
    }
  }
}, 30_000);
