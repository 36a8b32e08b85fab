import { createPublicKey } from "node:crypto";
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose";
import { beforeAll, expect, test } from "vitest";
import { inspectToken } from "@/lib/inspect/inspect-token";
import { verifyToken } from "@/lib/inspect/verify-token";
import { forge } from "./forge";
import { type ForgeryName, forgeries } from "./forgeries";
import type { Material } from "./material";

let material: Material;
let revoked = 0;
let pem: string;
let keys: Parameters<typeof createLocalJWKSet>[0];

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const header = { alg: "ES256", kid: "k1", typ: "at+jwt" };
  const own = await new SignJWT({ sub: "user-linus", roles: ["member"] })
    .setProtectedHeader(header)
    .sign(privateKey);
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1" };
  pem = createPublicKey({ key: { ...jwk }, format: "jwk" })
    .export({ type: "spki", format: "pem" })
    .toString();
  keys = { keys: [jwk] };
  material = {
    own,
    publicKey: async () => jwk,
    foreign: async (as) => `foreign ${as}`,
    revokeOwn: async () => {
      revoked += 1;
    },
  };
});

const verdictOf = async (name: ForgeryName) => {
  const result = await verifyToken(await forge(name, material), keys as Parameters<typeof verifyToken>[1]);
  return result.valid ? "valid" : result.reason;
};

test.each([
  ["genuine", "valid"],
  ["tampered-role", "bad-signature"],
  ["alg-none", "unsigned"],
  ["alg-none-respelt", "unsigned"],
  ["public-key-as-secret", "wrong-algorithm"],
  ["kid-nowhere", "unknown-key"],
  ["key-in-header", "bad-signature"],
  ["key-address", "bad-signature"],
  ["respelled", "malformed"],
  // Nothing is wrong with it: a deny-list must know it all the same.
  ["twin", "valid"],
] as const)("%s is %s to a verifier that looks", async (name, verdict) => {
  expect(await verdictOf(name)).toBe(verdict);
});

test("the public key's PEM text, byte for byte, is the secret of the confusion", async () => {
  const token = await forge("public-key-as-secret", material);
  await jwtVerify(token, new TextEncoder().encode(pem));
});

test("whoever goes by the key in the header accepts it", async () => {
  const token = await forge("key-in-header", material);
  const { jwk } = inspectToken(token, 0).header?.value ?? {};
  expect(await verifyToken(token, jwk as Parameters<typeof verifyToken>[1])).toMatchObject({
    valid: true,
    claims: { roles: ["admin"] },
  });
});

test("jose takes the twin and the second spelling for the token itself", async () => {
  for (const name of ["twin", "respelled"] as const) {
    const token = await forge(name, material);
    expect(token).not.toBe(material.own);
    expect((await jwtVerify(token, createLocalJWKSet(keys))).payload.sub).toBe("user-linus");
  }
});

test("what is about a revoked token revokes it first, and the rest comes from the issuer", async () => {
  revoked = 0;
  await Promise.all(forgeries.map(({ name }) => forge(name, material)));
  expect(revoked).toBe(3);
  expect(await forge("id-token", material)).toBe("foreign id-token");
});
