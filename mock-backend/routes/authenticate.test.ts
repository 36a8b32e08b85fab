import { base64url, decodeProtectedHeader, exportSPKI, generateKeyPair, importJWK, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { newSigningKey } from "../domain/keys.ts";
import { cheapPasswords } from "../fixtures/cheap-passwords.ts";
import { ISSUER, TestLab, testBackend } from "../fixtures/test-lab.ts";
import { createMemoryStore } from "../store/memory/store.ts";

const encode = (value: unknown) => base64url.encode(JSON.stringify(value));
const part = (token: string, index: number) => token.split(".")[index] ?? "";
const decode = (segment: string): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(new TextDecoder().decode(base64url.decode(segment))));

const verdict = async (lab: TestLab, token: string) => {
  const answer = await lab.call("GET", "/v1/me", { bearer: token });
  return {
    status: answer.status,
    error: answer.body?.error,
    challenge: answer.headers.get("WWW-Authenticate"),
  };
};
const INVALID = {
  status: 401,
  error: "invalid_token",
  challenge: expect.stringContaining('Bearer error="invalid_token"'),
};

describe("an access token", () => {
  let lab: TestLab;
  let token: string;
  beforeAll(async () => {
    lab = await TestLab.create();
    token = (await lab.login()).access_token;
  });

  test("has the header and claims of RFC 9068, and no personal data", async () => {
    expect(decode(part(token, 0))).toEqual({ alg: "ES256", kid: expect.any(String), typ: "at+jwt" });
    const [family] = (await lab.state()).families;
    expect(decode(part(token, 1))).toEqual({
      iss: ISSUER,
      aud: "https://api.silent-refresh.example",
      sub: "user-grace",
      client_id: "silent-refresh-web",
      exp: expect.any(Number),
      iat: expect.any(Number),
      jti: expect.any(String),
      sid: family?.sid,
      scope: "notes:read notes:write",
      roles: ["member"],
    });
  });

  test("is honoured as it is", async () => {
    expect((await verdict(lab, token)).status).toBe(200);
  });

  const other = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  /** Another last character with the same bits: jose alone would accept it. */
  const sameBits = (segment: string) => {
    const bytes = base64url.encode(base64url.decode(segment));
    const spelling = [...other]
      .map((letter) => bytes.slice(0, -1) + letter)
      .find((spelled) => spelled !== bytes && base64url.encode(base64url.decode(spelled)) === bytes);
    return spelling ?? "no other spelling";
  };

  test.each<[string, (token: string) => string]>([
    [
      "a changed last character that decodes to the same bytes",
      (t) => `${part(t, 0)}.${part(t, 1)}.${sameBits(part(t, 2))}`,
    ],
    ["a trailing newline", (t) => `${t}%0A`],
    ["an inner space", (t) => `${part(t, 0)}. ${part(t, 1)}.${part(t, 2)}`],
    ["padding", (t) => `${t}==`],
    ["a fourth segment", (t) => `${t}.${part(t, 2)}`],
    ["two segments", (t) => `${part(t, 0)}.${part(t, 1)}`],
    ["an empty signature", (t) => `${part(t, 0)}.${part(t, 1)}.`],
    ["five segments, like a JWE", () => "a.b.c.d.e"],
    ["standard base64", (t) => t.replaceAll("-", "+").replaceAll("_", "/").concat("+A")],
    ["four kilobytes", (t) => t + "A".repeat(4096)],
    ["a header that is no JSON", (t) => `${base64url.encode("{")}.${part(t, 1)}.${part(t, 2)}`],
    ["a header that is an array", (t) => `${encode([])}.${part(t, 1)}.${part(t, 2)}`],
    ["a header that is null", (t) => `${encode(null)}.${part(t, 1)}.${part(t, 2)}`],
    ["rubbish", () => "rubbish"],
    [
      "a raised role",
      (t) => `${part(t, 0)}.${encode({ ...decode(part(t, 1)), roles: ["admin"] })}.${part(t, 2)}`,
    ],
    ["alg none", (t) => `${encode({ ...decode(part(t, 0)), alg: "none" })}.${part(t, 1)}.`],
    [
      "alg noNE with a signature",
      (t) => `${encode({ ...decode(part(t, 0)), alg: "noNE" })}.${part(t, 1)}.${part(t, 2)}`,
    ],
    ["alg es256", (t) => `${encode({ ...decode(part(t, 0)), alg: "es256" })}.${part(t, 1)}.${part(t, 2)}`],
    [
      "a kid that climbs",
      (t) => `${encode({ ...decode(part(t, 0)), kid: "../../dev/null" })}.${part(t, 1)}.${part(t, 2)}`,
    ],
    [
      "a kid that is a number",
      (t) => `${encode({ ...decode(part(t, 0)), kid: 0 })}.${part(t, 1)}.${part(t, 2)}`,
    ],
    [
      "a kid named __proto__",
      (t) => `${encode({ ...decode(part(t, 0)), kid: "__proto__" })}.${part(t, 1)}.${part(t, 2)}`,
    ],
    ["no kid", (t) => `${encode({ alg: "ES256", typ: "at+jwt" })}.${part(t, 1)}.${part(t, 2)}`],
    [
      "an unknown crit",
      (t) => `${encode({ ...decode(part(t, 0)), crit: ["x"], x: 1 })}.${part(t, 1)}.${part(t, 2)}`,
    ],
  ])("is refused with %s", async (_, forge) => {
    const forged = decodeURIComponent(forge(token));
    // A newline cannot travel in a header: what cannot be sent is refused before it arrives.
    if (/\n/.test(forged)) return expect(new Headers({ a: forged }).get("a")).toBe(token);
    const refused = await verdict(lab, forged);
    expect(refused.status).toBe(401);
    // An inner space makes it no Bearer credential at all (RFC 6750 §2.1).
    expect(refused.error).toBe(forged.includes(" ") ? "missing_token" : "invalid_token");
  });

  test("signed with HS256 and the public key is refused", async () => {
    const { keys } = z
      .object({ keys: z.array(z.record(z.string(), z.unknown())) })
      .parse((await lab.call("GET", "/.well-known/jwks.json")).body);
    const publicKey = await importJWK({ ...keys[0], kty: "EC" }, "ES256", { extractable: true });
    if (publicKey instanceof Uint8Array) throw new Error("not a key pair");
    const forged = await new SignJWT(decode(part(token, 1)))
      .setProtectedHeader({ ...decode(part(token, 0)), alg: "HS256" })
      .sign(new TextEncoder().encode(await exportSPKI(publicKey)));
    expect(await verdict(lab, forged)).toEqual(INVALID);
  });

  test("signed with a key that it brings along (jwk, jku, x5u) is refused", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    const { publicJwk } = await newSigningKey();
    for (const brought of [
      { jwk: publicJwk },
      { jku: "https://attacker.example/jwks.json" },
      { x5u: "https://attacker.example/cert.pem" },
    ]) {
      const forged = await new SignJWT(decode(part(token, 1)))
        .setProtectedHeader({
          alg: "ES256",
          kid: decodeProtectedHeader(token).kid ?? "",
          typ: "at+jwt",
          ...brought,
        })
        .sign(privateKey);
      expect(await verdict(lab, forged)).toEqual(INVALID);
    }
  });

  test("of another lab is refused", async () => {
    const neighbour = await TestLab.in(lab.backend);
    expect(await verdict(neighbour, token)).toEqual(INVALID);
  });

  test("in the query or the body is not looked at", async () => {
    const answer = await lab.call("GET", `/v1/me?access_token=${token}`);
    expect(answer.body?.error).toBe("missing_token");
  });
});

describe("a rightly signed access token", () => {
  /** A lab whose signing key the test holds. */
  async function labWithKey() {
    const store = createMemoryStore({ hashes: cheapPasswords.seedHashes });
    const lab = await TestLab.in(testBackend({ store }));
    const { access_token } = await lab.login();
    const kept = await store.find(lab.id);
    if (!kept) throw new Error("the lab is gone");
    const key = await kept.keys.forSigning(0);
    const claims = decode(part(access_token, 1));
    const sign = (change: Record<string, unknown>, header: Record<string, unknown> = {}) => {
      const payload = Object.fromEntries(
        Object.entries({ ...claims, ...change }).filter(([, value]) => value !== undefined),
      );
      return new SignJWT(payload)
        .setProtectedHeader({ alg: "ES256", kid: key.kid, typ: "at+jwt", ...header })
        .sign(key.privateKey);
    };
    return { lab, sign };
  }

  test.each<[string, Record<string, unknown>]>([
    ["another issuer", { iss: "http://evil.test" }],
    ["another audience", { aud: "https://other.example" }],
    ["several audiences", { aud: ["https://api.silent-refresh.example", "https://other.example"] }],
    ["another client", { client_id: "other" }],
    ["no expiry", { exp: undefined }],
    ["no issue date", { iat: undefined }],
    ["no jti", { jti: undefined }],
    ["no sid", { sid: undefined }],
    ["no subject", { sub: undefined }],
    ["no scope", { scope: undefined }],
    ["no roles", { roles: undefined }],
    ["an unknown role", { roles: ["owner"] }],
    ["an issue date in the future", { iat: 4_000_000_000 }],
    ["a not-before in the future", { nbf: 4_000_000_000 }],
    ["an unknown subject", { sub: "user-nobody" }],
    ["an unknown sid", { sid: "8c6d9c7e" }],
    ["a jti that was never issued", { jti: "8c6d9c7e" }],
  ])("with %s is refused", async (_, change) => {
    const { lab, sign } = await labWithKey();
    expect((await verdict(lab, await sign({}))).status).toBe(200);
    expect(await verdict(lab, await sign(change))).toEqual(INVALID);
  });

  test.each([["JWT"], ["jwt"], [undefined]])("of type %s is refused", async (typ) => {
    const { lab, sign } = await labWithKey();
    expect(await verdict(lab, await sign({}, { typ }))).toEqual(INVALID);
  });

  test("lives as long as it says, and two seconds more", async () => {
    const { lab } = await labWithKey();
    await lab.settings({ accessTtl: 60 });
    const { access_token } = await lab.login();
    await lab.advance(60);
    expect((await verdict(lab, access_token)).status).toBe(200);
    await lab.advance(2);
    expect(await verdict(lab, access_token)).toEqual(INVALID);
    expect((await lab.events()).at(-1)?.code).toBe("expired");
  });
});
