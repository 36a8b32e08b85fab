import fc from "fast-check";
import { CompactSign, exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import type { Jwk } from "./algorithms.ts";
import { encodeBase64url } from "./base64url.ts";
import { verifyToken } from "./verify-token.ts";

const nowSeconds = 1_800_000_000;
const claims = {
  iss: "https://issuer.example",
  aud: "https://api.example",
  sub: "user-ada",
  iat: nowSeconds,
};
const whenValid = { nowSeconds };

type Pair = { jwk: Jwk; privateJwk: Jwk; sign: (header?: object, payload?: object) => Promise<string> };

async function pair(alg: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    jwk: { ...(await exportJWK(publicKey)), kid: `key-${alg}` } as Jwk,
    privateJwk: { ...(await exportJWK(privateKey)), kid: `key-${alg}` } as Jwk,
    sign: (header = {}, payload = claims) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, kid: `key-${alg}`, ...header })
        .sign(privateKey),
  };
}

const json = (value: unknown) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
const secretOf = (text: string): Jwk => ({ kty: "oct", k: encodeBase64url(new TextEncoder().encode(text)) });
const reasonOf = async (...args: Parameters<typeof verifyToken>) => {
  const result = await verifyToken(...args);
  return result.valid ? "valid" : result.reason;
};

let es256: Pair;
let token: string;

beforeAll(async () => {
  es256 = await pair("ES256");
  token = await es256.sign();
});

describe("a token that its key signed", () => {
  test.each(["ES256", "ES384", "ES512", "Ed25519", "RS256", "PS512"])("is valid with %s", async (alg) => {
    const { jwk, privateJwk, sign } = await pair(alg);
    const signed = await sign();
    expect(await verifyToken(signed, jwk, whenValid)).toMatchObject({ valid: true, claims, key: { alg } });
    expect(await reasonOf(signed, privateJwk, whenValid)).toBe("valid");
    expect(await reasonOf(signed, { keys: [es256.jwk, jwk] }, whenValid)).toBe("valid");
    expect(await reasonOf(signed, (await pair(alg)).jwk, whenValid)).toBe("bad-signature");
  });

  test("is valid with a secret that is long enough, and refused with one that is not", async () => {
    for (const [secret, verdict] of [
      ["a secret of no less than 256 bits.", "valid"],
      ["secret", "weak-key"],
    ] as const) {
      const signed = await new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(secret));
      expect(await reasonOf(signed, secretOf(secret), whenValid)).toBe(verdict);
      expect(await reasonOf(signed, secretOf("another secret, of 256 bits or more"), whenValid)).toBe(
        "bad-signature",
      );
    }
  });

  test("without a kid is tried with every key of its algorithm", async () => {
    const other = await pair("ES256");
    const signed = await es256.sign({ kid: undefined });
    expect(await reasonOf(signed, { keys: [other.jwk, es256.jwk] }, whenValid)).toBe("valid");
    expect(await reasonOf(signed, { keys: [other.jwk] }, whenValid)).toBe("bad-signature");
  });
});

describe("the key decides", () => {
  test("none is never an algorithm, in whatever case, with or without a signature", async () => {
    for (const alg of ["none", "None", "noNE", "NONE"]) {
      const signature = token.split(".")[2];
      for (const end of ["", signature]) {
        expect(await reasonOf(`${json({ alg })}.${json(claims)}.${end}`, es256.jwk, whenValid)).toBe(
          "unsigned",
        );
      }
    }
  });

  test("a public key is no secret: HS256 with it is another algorithm than the key's", async () => {
    const publicText = JSON.stringify(es256.jwk);
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "key-ES256" })
      .sign(new TextEncoder().encode(publicText));
    expect(await reasonOf(forged, es256.jwk, whenValid)).toBe("wrong-algorithm");
  });

  test("a key in the header signs nothing", async () => {
    const mine = await pair("ES256");
    const forged = await mine.sign({ kid: "key-ES256", jwk: mine.jwk, jku: "https://attacker.example/jwks" });
    expect(await reasonOf(forged, { keys: [es256.jwk] }, whenValid)).toBe("bad-signature");
  });

  test.each([
    [{ alg: "ES384" }, "wrong-algorithm"],
    [{ use: "enc" }, "wrong-use"],
    [{ key_ops: ["wrapKey"] }, "wrong-use"],
    [{ kty: "RSA" }, "wrong-algorithm"],
    [{ x: "AAAA" }, "unusable-key"],
    [{ crv: "__proto__" }, "wrong-algorithm"],
  ])("a key that says %j makes it %s", async (change, reason) => {
    expect(await reasonOf(token, { ...es256.jwk, ...change }, whenValid)).toBe(reason);
  });

  test("a set without the key that is named, or without any", async () => {
    expect(await reasonOf(token, { keys: [{ ...es256.jwk, kid: "other" }] }, whenValid)).toBe("unknown-key");
    expect(await reasonOf(token, { keys: [] }, whenValid)).toBe("no-key");
  });

  test("an RSA key of 1024 bits is too weak", async () => {
    const { publicKey } = await crypto.subtle.generateKey(
      {
        name: "RSASSA-PKCS1-v1_5",
        modulusLength: 1024,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: "SHA-256",
      },
      true,
      ["sign", "verify"],
    );
    const jwk = (await exportJWK(publicKey)) as Jwk;
    const [, payload, signature] = token.split(".");
    expect(await reasonOf(`${json({ alg: "RS256" })}.${payload}.${signature}`, jwk, whenValid)).toBe(
      "weak-key",
    );
  });
});

describe("what a token says", () => {
  const expected = {
    nowSeconds,
    issuer: claims.iss,
    audience: claims.aud,
    typ: "at+jwt",
    requiredClaims: ["sub", "jti"],
  };
  const whole = { ...claims, jti: "1", exp: nowSeconds + 60 };

  test.each([
    ["valid", {}, {}],
    ["valid", { typ: "application/AT+JWT" }, { aud: ["x", claims.aud] }],
    ["wrong-type", { typ: "JWT" }, {}],
    ["wrong-type", { typ: undefined }, {}],
    ["wrong-issuer", {}, { iss: "https://attacker.example" }],
    ["wrong-audience", {}, { aud: "https://other.example" }],
    ["wrong-audience", {}, { aud: undefined }],
    ["missing-claim", {}, { jti: undefined }],
    ["bad-date", {}, { exp: "tomorrow" }],
    ["expired", {}, { exp: nowSeconds }],
    ["valid", {}, { exp: nowSeconds + 1 }],
    ["not-yet-valid", {}, { nbf: nowSeconds + 1 }],
    ["valid", {}, { nbf: nowSeconds }],
  ])("%s with the header %j and the claims %j", async (verdict, header, change) => {
    const signed = await es256.sign({ typ: "at+jwt", ...header }, { ...whole, ...change });
    expect(await reasonOf(signed, es256.jwk, expected)).toBe(verdict);
  });

  test("a tolerance moves both ends", async () => {
    const signed = await es256.sign({}, { nbf: nowSeconds + 2, exp: nowSeconds + 10 });
    const at = (seconds: number) =>
      reasonOf(signed, es256.jwk, { nowSeconds: nowSeconds + seconds, toleranceSeconds: 2 });
    expect(await Promise.all([-1, 0, 11, 12].map(at))).toEqual([
      "not-yet-valid",
      "valid",
      "valid",
      "expired",
    ]);
  });

  test("a critical extension that nobody knows here is refused", async () => {
    const forged = `${json({ alg: "ES256", crit: ["exp"], exp: 1 })}.${token.split(".").slice(1).join(".")}`;
    expect(await reasonOf(forged, es256.jwk, whenValid)).toBe("critical");
  });

  test("two claims of one name are one too many, although the signature holds", async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256");
    const payload = new TextEncoder().encode('{"role":"member","role":"admin"}');
    const signed = await new CompactSign(payload).setProtectedHeader({ alg: "ES256" }).sign(privateKey);
    const jwk = { ...(await exportJWK(publicKey)) } as Jwk;
    expect(await reasonOf(signed, jwk, whenValid)).toBe("malformed");
  });
});

describe("there is one spelling of a token", () => {
  test("five segments are encrypted, and anything else is malformed", async () => {
    expect(await reasonOf("a.b.c.d.e", es256.jwk)).toBe("encrypted");
    for (const text of [
      "",
      ".",
      "..",
      "a.b",
      "a.b.c.d",
      "💥.💥.💥",
      `Bearer ${token}`,
      JSON.stringify(token),
    ]) {
      expect(await reasonOf(text, es256.jwk), text).toBe("malformed");
    }
    expect(await reasonOf("a".repeat(100_000), es256.jwk)).toBe("oversized");
  });

  test.each([
    ["a trailing line break", (text: string) => `${text}\n`],
    ["a leading space", (text: string) => ` ${text}`],
    ["a space in the signature", (text: string) => `${text.slice(0, -9)} ${text.slice(-9)}`],
    ["padding", (text: string) => `${text}==`],
  ])("%s makes it another string, and malformed", async (_name, change) => {
    expect(await reasonOf(change(token), es256.jwk, whenValid)).toBe("malformed");
  });

  test("every other last character is refused, those that decode to the same bytes as malformed", async () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const others = [...alphabet].filter((char) => char !== token.at(-1));
    const reasons = await Promise.all(
      others.map((char) => reasonOf(token.slice(0, -1) + char, es256.jwk, whenValid)),
    );
    expect(reasons).not.toContain("valid");
    // 64 bytes of signature leave 4 bits of the last character unused: 15 spellings of the same signature.
    expect(reasons.filter((reason) => reason === "malformed").length).toBeGreaterThanOrEqual(15);
  });

  test("property: a valid token with any one character changed, added or removed is not valid", async () => {
    const character = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.constantFrom(..."AQgw_-.= \n\t+/"),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), character, fc.constantFrom(0, 1), async (where, char, removed) => {
        const at = where % (token.length + 1);
        const changed = token.slice(0, at) + char + token.slice(at + removed);
        fc.pre(changed !== token);
        expect(await reasonOf(changed, es256.jwk, whenValid)).not.toBe("valid");
      }),
      { numRuns: 200 },
    );
    for (let at = 0; at < token.length; at += 1) {
      const shorter = token.slice(0, at) + token.slice(at + 1);
      expect(await reasonOf(shorter, es256.jwk, whenValid)).not.toBe("valid");
    }
  });

  test("property: it answers whatever is put in", async () => {
    const segment = fc.oneof(fc.string(), fc.json().map(json), fc.constant(token.split(".")[0] ?? ""));
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(segment, { maxLength: 6 }).map((parts) => parts.join(".")),
    );
    const key = fc.oneof(
      fc.record({ kty: fc.constantFrom("EC", "RSA", "oct", "OKP", "x"), k: fc.string() }),
      fc.constant(es256.jwk),
      fc.record({ keys: fc.array(fc.record({ kty: fc.string(), alg: fc.string() })) }),
    );
    await fc.assert(
      fc.asyncProperty(text, key, async (some, jwk) => {
        expect((await verifyToken(some, jwk, whenValid)).valid).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
