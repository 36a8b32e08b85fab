import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, expect, test } from "vitest";
import { verifySignature } from "./signature.ts";

let token: string;
let published: unknown;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  token = await new SignJWT({ sub: "user-ada" })
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .sign(privateKey);
  published = { ...(await exportJWK(publicKey)), kid: "k1" };
});

const keys =
  (...list: unknown[]) =>
  async () =>
    Response.json({ keys: list });

test("a token that the published key signed is valid, and its key is named", async () => {
  expect(await verifySignature(token, keys(published))).toEqual({ state: "valid", kid: "k1" });
});

test("one changed claim makes the signature invalid", async () => {
  const [header, , signature] = token.split(".");
  const forged = [header, btoa('{"sub":"user-grace"}').replace(/=+$/, ""), signature].join(".");
  expect((await verifySignature(forged, keys(published))).state).toBe("invalid");
});

test("a key that is no longer published verifies nothing", async () => {
  expect((await verifySignature(token, keys())).state).toBe("unknown-key");
});

test("another algorithm is refused without asking for keys", async () => {
  const none = `${btoa('{"alg":"none","kid":"k1"}').replace(/=+$/, "")}.${token.split(".")[1]}.`;
  const asked = async () => Promise.reject(new Error("asked for keys"));
  expect((await verifySignature(none, asked)).state).toBe("malformed");
});
