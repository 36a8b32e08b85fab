import { CompactSign, exportJWK, generateKeyPair } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import type { ResourceServer } from "@/content/notes-app/pieces";
import { chosenVerifier } from "@/content/variants";
import meta from "../meta";
import { yours as solution } from "../solution";
import { forge } from "./forge";
import { type ForgeryName, forgeries } from "./forgeries";
import type { Material } from "./material";

const now = 1_800_000_000;
const strays: Record<string, { header: object; claims: object }> = {
  "id-token": { header: { typ: "JWT" }, claims: { aud: "quiz-game", client_id: undefined } },
  "other-audience": { header: {}, claims: { aud: "https://newsletter.example" } },
  yesterday: { header: {}, claims: { iat: now - 90_000, exp: now - 86_400 } },
  "without-exp": { header: {}, claims: { exp: undefined } },
};

let server: ResourceServer;
let material: Material;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256", use: "sig" };
  server = { issuer: "https://issuer.example", audience: "https://api.example", keys: { keys: [jwk] }, now };
  const sign = (header: object, claims: object) => {
    const base = { iss: server.issuer, aud: server.audience, client_id: "web", sub: "user-linus", jti: "1" };
    const payload = { ...base, iat: now - 10, exp: now + 60, roles: ["member"], ...claims };
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: "ES256", kid: "k1", typ: "at+jwt", ...header })
      .sign(privateKey);
  };
  material = {
    own: await sign({}, {}),
    publicKey: async () => jwk,
    foreign: async (as) => sign(strays[as]?.header ?? {}, strays[as]?.claims ?? {}),
    revokeOwn: async () => {},
  };
});

/** Whether a verifier lets a forgery in; the genuine token is on its deny-list where the forgery is about that. */
async function letsIn(variant: string, name: ForgeryName): Promise<boolean> {
  const piece = variant === "solution" ? solution : chosenVerifier({ [meta.slug]: variant });
  const token = await forge(name, material);
  const verdict = await piece.verify(token, server);
  if (!verdict.ok) return false;
  const genuine = await piece.verify(material.own, server);
  const about = forgeries.find((forgery) => forgery.name === name)?.group;
  const denied =
    genuine.ok && about === "With a token that was revoked"
      ? piece.denyKey(material.own, genuine.claims)
      : null;
  return piece.denyKey(token, verdict.claims) !== denied;
}

/** The bench's names are the checks', but for two. */
const checkOf: Partial<Record<ForgeryName, string>> = { yesterday: "expired", revoked: "genuine" };

describe.each(meta.variants.map(({ name }) => name))("%s", (variant) => {
  test.each(forgeries.filter(({ name }) => name !== "genuine"))(
    "$name: as the check says",
    async ({ name }) => {
      const check = meta.checks.find(({ id }) => id === (checkOf[name] ?? name));
      expect(check, "a check that is about it").toBeDefined();
      expect(await letsIn(variant, name)).toBe(check?.fails.includes(variant));
    },
  );

  test("the genuine token is let in", async () => {
    expect(await letsIn(variant, "genuine")).toBe(true);
  });
});

test("the solution lets in the genuine token, and nothing else", async () => {
  for (const { name } of forgeries) expect(await letsIn("solution", name), name).toBe(name === "genuine");
});
