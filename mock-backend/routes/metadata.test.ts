import { createLocalJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Answer, ISSUER, request, TestLab, testBackend } from "../fixtures/test-lab.ts";

const jwksSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), alg: z.string(), use: z.string() })),
});
const jwks = async (lab: TestLab) => jwksSchema.parse((await lab.call("GET", "/.well-known/jwks.json")).body);

test("the JWKS verifies an access token, and holds public keys only", async () => {
  const lab = await TestLab.create();
  const { access_token } = await lab.login();
  const set = await jwks(lab);
  const { payload } = await jwtVerify(access_token, createLocalJWKSet(set), { issuer: ISSUER });
  expect(payload.sub).toBe("user-grace");
  expect(set.keys).toHaveLength(1);
  for (const key of set.keys)
    expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
});

test("the metadata is that of RFC 8414, and needs no lab", async () => {
  const answer = await request(testBackend(), "GET", "/.well-known/oauth-authorization-server", {});
  expect(answer.body).toMatchObject({
    issuer: ISSUER,
    token_endpoint: `${ISSUER}/oauth/token`,
    revocation_endpoint: `${ISSUER}/oauth/revoke`,
    jwks_uri: `${ISSUER}/.well-known/jwks.json`,
    grant_types_supported: ["refresh_token"],
  });
});

test("the metadata says how a client may authenticate itself, and what it says is so", async () => {
  const lab = await TestLab.create();
  const path = "/.well-known/oauth-authorization-server";
  const methodsOf = (answer: Answer) =>
    ["token", "revocation"].map((name) => answer.body?.[`${name}_endpoint_auth_methods_supported`]);
  const unauthenticated = async () => [
    (await lab.call("POST", "/oauth/token", { form: { grant_type: "refresh_token" } })).body?.error,
    (await lab.call("POST", "/oauth/revoke", { form: {} })).body?.error,
  ];
  const both = ["client_secret_basic", "none"];
  expect(methodsOf(await lab.call("GET", path))).toEqual([both, both]);
  expect(methodsOf(await request(lab.backend, "GET", path, {}))).toEqual([both, both]);
  expect(await unauthenticated()).toEqual(["invalid_request", "invalid_request"]);
  await lab.settings({ clientAuth: true });
  const basic = ["client_secret_basic"];
  expect(methodsOf(await lab.call("GET", path))).toEqual([basic, basic]);
  expect(await unauthenticated()).toEqual(["invalid_client", "invalid_client"]);
});

test("every address in the metadata is one that answers", async () => {
  const lab = await TestLab.create();
  const { body } = await lab.call("GET", "/.well-known/oauth-authorization-server");
  for (const name of ["token_endpoint", "revocation_endpoint", "jwks_uri"]) {
    const path = String(body?.[name]).slice(ISSUER.length);
    const answer = await lab.call(name === "jwks_uri" ? "GET" : "POST", path);
    expect([200, 415]).toContain(answer.status);
  }
});

test("a rotated key signs at once; the old one stays until its last token is out", async () => {
  const lab = await TestLab.create();
  await lab.settings({ accessTtl: 100 });
  const before = await lab.login();
  const [old] = (await jwks(lab)).keys;
  expect((await lab.call("POST", "/lab/keys/rotate")).status).toBe(201);
  expect((await lab.state()).keys.map((key) => key.status)).toEqual(["signing", "verifying"]);
  const after = await lab.login();
  expect((await jwks(lab)).keys.map((key) => key.kid)).toContain(old?.kid);
  expect(await lab.honours(before.access_token)).toBe(200);
  expect(await lab.honours(after.access_token)).toBe(200);
  await lab.advance(103);
  expect((await jwks(lab)).keys.map((key) => key.kid)).not.toContain(old?.kid);
  expect((await lab.state()).keys.map((key) => key.status)).toEqual(["signing"]);
});

test("a key that never signed goes at once, and a lab publishes twenty at most", async () => {
  const lab = await TestLab.create();
  await lab.call("POST", "/lab/keys/rotate");
  await lab.call("POST", "/lab/keys/rotate");
  expect((await jwks(lab)).keys).toHaveLength(1);
  let { refresh_token } = await lab.login();
  for (let round = 1; round < 20; round += 1) {
    expect((await lab.call("POST", "/lab/keys/rotate")).status).toBe(201);
    ({ refresh_token } = await lab.refresh(refresh_token));
  }
  const refused = await lab.call("POST", "/lab/keys/rotate");
  expect([refused.status, refused.body?.error]).toEqual([409, "key_limit"]);
  expect((await jwks(lab)).keys).toHaveLength(20);
});

test("labs do not share keys", async () => {
  const lab = await TestLab.create();
  const other = await TestLab.in(lab.backend);
  expect((await jwks(lab)).keys[0]?.kid).not.toBe((await jwks(other)).keys[0]?.kid);
});
