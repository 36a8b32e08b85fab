import fc from "fast-check";
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from "jose";
import { expect, test } from "vitest";
import { readKey } from "./read-key.ts";
import { verifyToken } from "./verify-token.ts";

const pairOf = (alg: string) => generateKeyPair(alg, { extractable: true });

async function verdictWith(token: string, text: string, options = {}) {
  const read = await readKey(text, options);
  if (read.kind === null) return read.problem;
  const result = await verifyToken(token, read.keys);
  return result.valid ? read.kind : result.reason;
}

test.each(["ES256", "ES384", "ES512", "Ed25519", "RS256"])(
  "a public key verifies as JWK, as JWKS and as PEM: %s",
  async (alg) => {
    const { privateKey, publicKey } = await pairOf(alg);
    const token = await new SignJWT({}).setProtectedHeader({ alg, kid: "1" }).sign(privateKey);
    const jwk = { ...(await exportJWK(publicKey)), kid: "1" };
    const spki = await exportSPKI(publicKey);
    expect(await verdictWith(token, JSON.stringify(jwk))).toBe("jwk");
    expect(await verdictWith(token, ` ${JSON.stringify({ keys: [jwk] }, null, 2)}\n`)).toBe("jwks");
    expect(await verdictWith(token, JSON.stringify([jwk]))).toBe("jwks");
    expect(await verdictWith(token, spki)).toBe("public-key");
    expect(await verdictWith(token, spki.replaceAll("\n", "\r\n"))).toBe("public-key");
    expect(await verdictWith(token, await exportSPKI((await pairOf(alg)).publicKey))).toBe("bad-signature");
  },
);

/** Generated once with `openssl req -x509`. Its private key signed the token and was deleted. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBdjCCARugAwIBAgIUNEv9abi7hWoq5iDjyJq+IY2VmoAwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjQwNTE1MTBaGA8yMTI2MTAzMTA1MTUx
MFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMit
XnLmtsGOcL7bygldC49nEXn3mcz757aAPjH0g/+4znEQ+EnOsgJFCPgmCXorZQuG
KJ/zo8+N79TWBsqYQ4OjUzBRMB0GA1UdDgQWBBSi6fGqDM8aVaO2abINIuwTfe0I
fjAfBgNVHSMEGDAWgBSi6fGqDM8aVaO2abINIuwTfe0IfjAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0kAMEYCIQCzY7i/2UYBpU2PFtVv5oogoEXJa0f4AZUe
QLzPym8SFwIhAKC3sZyPg4hNklS02ZqdxtumEL5MXfVEyGKpj0f/+oXS
-----END CERTIFICATE-----`;
const signedByIt =
  "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AGrdO75MPSRhw386SvIWjmjjydA7PzYCD6vAfGHblSF9IVQ2hP16kl8sQEIiQe74lTU99VSLDMUQsYtQ6S3wNA";

test("a certificate verifies with the key in it", async () => {
  expect(await verdictWith(signedByIt, certificate)).toBe("certificate");
});

test("a secret is taken as it is written, or decoded when it is base64", async () => {
  const secret = "exactly thirty-two bytes of it!!";
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(secret));
  const base64 = Buffer.from(secret).toString("base64");
  expect(await verdictWith(token, secret)).toBe("secret");
  expect(await verdictWith(token, `${secret}\n`)).toBe("secret");
  expect(await verdictWith(token, base64)).toBe("bad-signature");
  expect(await verdictWith(token, base64, { isBase64: true })).toBe("secret");
  expect(await verdictWith(token, "no base64 at all!", { isBase64: true })).toBe("bad-base64");
});

test("PEM is never a secret: a token signed with a public key's text stays unsigned", async () => {
  const spki = await exportSPKI((await pairOf("ES256")).publicKey);
  const forged = await new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(spki));
  expect(await verdictWith(forged, spki)).toBe("wrong-algorithm");
});

test("a private key is refused as PEM, and named as exposed as JWK", async () => {
  const { privateKey } = await pairOf("ES256");
  expect(await readKey(await exportPKCS8(privateKey))).toEqual({ kind: null, problem: "private-key" });
  expect(await readKey(JSON.stringify(await exportJWK(privateKey)))).toMatchObject({ concerns: ["exposed"] });
});

test.each([
  ["", "empty"],
  [" \n", "empty"],
  ["{", "bad-json"],
  ["{}", "no-jwk"],
  ['{"keys":[1]}', "no-jwk"],
  ["-----BEGIN PUBLIC KEY-----", "other-pem"],
  ["-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----", "other-pem"],
  ["-----BEGIN nothing", "bad-pem"],
  ["x".repeat(70_000), "oversized"],
])("%j is %s", async (text, problem) => {
  expect(await readKey(text)).toEqual({ kind: null, problem });
});

test("PEM whose inside is broken is said to be so", async () => {
  const spki = await exportSPKI((await pairOf("ES256")).publicKey);
  const lines = spki.split("\n");
  expect(await readKey([lines[0], lines[1], lines.at(-1)].join("\n"))).toEqual({
    kind: null,
    problem: "bad-pem",
  });
});

test("property: whatever is pasted, it answers", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.base64String().map((body) => `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`),
    fc.base64String().map((body) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.boolean(), async (pasted, isBase64) => {
      const read = await readKey(pasted, { isBase64 });
      if (read.kind !== null) await verifyToken("e30.e30.AAAA", read.keys);
    }),
    { numRuns: 150 },
  );
});
