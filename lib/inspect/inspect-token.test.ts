import { createHmac } from "node:crypto";
import fc from "fast-check";
import { EncryptJWT } from "jose";
import { describe, expect, test } from "vitest";
import { inspectToken } from "./inspect-token.ts";
import { type FindingCode, rules } from "./rules.ts";

const now = 1_800_000_000;
const part = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const signature = part("s".repeat(64));
const tokenOf = (header: unknown, claims: unknown) => `${part(header)}.${part(claims)}.${signature}`;

const goodHeader = { alg: "ES256", kid: "key-1", typ: "at+jwt" };
const goodClaims = {
  iss: "https://issuer.example",
  aud: "https://api.example",
  sub: "user-ada",
  client_id: "web",
  scope: "notes:read",
  iat: now - 60,
  exp: now + 840,
  jti: "1",
};
const good = tokenOf(goodHeader, goodClaims);
const codes = (input: string, nowSeconds = now) =>
  inspectToken(input, nowSeconds).findings.map(({ code }) => code);
const withHeader = (change: object) => tokenOf({ ...goodHeader, ...change }, goodClaims);
const withClaims = (change: object) => tokenOf(goodHeader, { ...goodClaims, ...change });

test("an access token as RFC 9068 wants it leaves nothing to say", () => {
  expect(codes(good)).toEqual([]);
  expect(inspectToken(good, now)).toMatchObject({
    kind: "signed",
    header: { value: goodHeader },
    claims: { value: goodClaims },
  });
});

const cases: readonly [FindingCode, string][] = [
  ["oversized", "a".repeat(100_000)],
  ["large", `${part(goodHeader)}.${part({ ...goodClaims, filler: "x".repeat(5_000) })}.${signature}`],
  ["bearer-prefix", `Authorization: Bearer ${good}`],
  ["space-around", `${good}\n`],
  ["quoted", JSON.stringify(good)],
  ["no-token", "null"],
  ["json-scalar", "true"],
  ["json-serialization", '{"payload":"x"}'],
  ["opaque", "8xLOxBtZp8"],
  ["wrong-segment-count", good.split(".").slice(0, 2).join(".")],
  ["wrong-segment-count", `${good}.x`],
  ["missing-segment", `${part(goodHeader)}.${part(goodClaims)}.`],
  [
    "illegal-character",
    `${part(goodHeader)}.${part(goodClaims)}.${signature.slice(0, 9)} ${signature.slice(9)}`,
  ],
  ["illegal-character", good.replace("e", "é")],
  ["other-alphabet", `${good.slice(0, -1)}+`],
  ["padded", `${good}==`],
  ["impossible-length", `${good.slice(0, -5)}`],
  ["non-canonical", `${good.slice(0, -1)}${good.endsWith("w") ? "x" : "z"}`],
  ["not-utf8", `${part(goodHeader)}.${Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url")}.${signature}`],
  ["cut-off", `${part(goodHeader)}.${part(JSON.stringify(goodClaims).slice(0, 42))}.${signature}`],
  ["not-json", tokenOf(goodHeader, "hello")],
  ["not-object", tokenOf(goodHeader, [1])],
  ["too-deep", tokenOf(goodHeader, `{"a":${"[".repeat(9_000)}${"]".repeat(9_000)}}`)],
  ["duplicate-name", tokenOf(goodHeader, '{"role":"member","r\\u006fle":"admin"}')],
  ["signature-length", `${part(goodHeader)}.${part(goodClaims)}.${part("short")}`],
  ["alg-missing", withHeader({ alg: undefined })],
  ["alg-none", `${part({ alg: "noNE" })}.${part(goodClaims)}.`],
  ["alg-unknown", withHeader({ alg: "A256KW" })],
  ["alg-symmetric", withHeader({ alg: "HS512" })],
  ["crit", withHeader({ crit: ["x"], x: 1 })],
  ["b64-false", withHeader({ b64: false })],
  ["key-in-header", withHeader({ jwk: {} })],
  ["key-address-in-header", withHeader({ jku: "https://attacker.example/jwks.json" })],
  ["kid-missing", withHeader({ kid: undefined })],
  ["kid-suspicious", withHeader({ kid: "../../dev/null" })],
  ["kid-suspicious", withHeader({ kid: ["key-1"] })],
  ["typ-missing", tokenOf({ alg: "ES256", kid: "1" }, { iss: "x", aud: "y", exp: now + 1 })],
  ["typ-not-access", withHeader({ typ: "JWT" })],
  ["nested", withHeader({ cty: "JWT" })],
  ["id-token", withClaims({ nonce: "n" })],
  ["date-not-number", withClaims({ exp: "tomorrow" })],
  ["date-in-milliseconds", withClaims({ exp: now * 1000 })],
  ["expired", withClaims({ exp: now })],
  ["not-yet-valid", withClaims({ nbf: now + 1 })],
  ["issued-in-future", withClaims({ iat: now + 1 })],
  ["dates-crossed", withClaims({ exp: now - 120 })],
  ["exp-missing", withClaims({ exp: undefined })],
  ["long-lived", withClaims({ exp: now + 30 * 86_400 })],
  ["iss-missing", withClaims({ iss: undefined })],
  ["aud-missing", withClaims({ aud: undefined })],
  ["sub-missing", withClaims({ sub: undefined })],
  ["client-id-missing", withClaims({ client_id: undefined })],
  ["iat-missing", withClaims({ iat: undefined })],
  ["jti-missing", withClaims({ jti: undefined })],
  ["personal-data", withClaims({ email: "ada@example.com" })],
  ["encrypted", `${part({ alg: "RSA1_5", enc: "A128CBC-HS256", zip: "DEF" })}.a.b.c.d`],
  ["alg-rsa1_5", `${part({ alg: "RSA1_5", enc: "A128CBC-HS256" })}.AA.AA.AA.AA`],
  ["compressed", `${part({ alg: "dir", enc: "A128GCM", zip: "DEF" })}..AA.AA.AA`],
  ["session-cookie", `${part({ alg: "dir", enc: "A256GCM" })}..AA.AA.AA`],
];

test.each(cases)("%s is found", (code, input) => {
  expect(codes(input)).toContain(code);
});

test("every rule is shown red once", () => {
  expect(Object.keys(rules).filter((code) => !cases.some(([shown]) => shown === code))).toEqual([]);
});

describe("what is no token is called what it is", () => {
  test.each([
    ["null", "no-token", "JSON’s null: the program that wrote it had no token."],
    [" null\n", "no-token", "JSON’s null: the program that wrote it had no token."],
    ["Bearer null", "no-token", "JSON’s null: the program that wrote it had no token."],
    ["Authorization: Bearer undefined", "no-token", "JavaScript’s undefined as text"],
    ['"null"', "no-token", "JSON’s null"],
    ["Bearer ", "no-token", "The word Bearer, with nothing after it."],
    ["[object Object]", "no-token", "A JavaScript object as text"],
    ['""', "no-token", "An empty string, with its quotes."],
    ["true", "json-scalar", "JSON’s true: a yes or no, and no token."],
    ["false", "json-scalar", "JSON’s false: a yes or no, and no token."],
    ["0", "json-scalar", "A number."],
    ["-1.5e3", "json-scalar", "A number."],
    ["{}", "json-serialization", "An empty JSON object."],
    ["[]", "json-serialization", "An empty JSON list."],
    ["[1]", "json-serialization", "A JSON list."],
    [
      '{"access_token":"a","refresh_token":"b"}',
      "json-serialization",
      "it holds access_token and refresh_token",
    ],
    ['{"keys":[]}', "json-serialization", "A key, or a set of keys"],
    ['{"payload":"x","signature":"y"}', "json-serialization", "A token in the JSON serialization"],
    ['{"a":', "json-serialization", "It begins like JSON, and is none."],
  ] as const)("%s", (input, code, text) => {
    const { findings } = inspectToken(input, now);
    expect(findings.find((each) => each.code === code)?.text).toContain(text);
    expect(codes(input)).not.toContain("opaque");
  });

  test("a token in quotes is read without them, and nothing else is said of it", () => {
    for (const quoted of [JSON.stringify(good), `'${good}'`, `"${good}",`]) {
      expect(codes(quoted)).toEqual(["quoted"]);
      expect(inspectToken(quoted, now).token).toBe(good);
    }
  });
});

describe("the text", () => {
  const textOf = (input: string, code: FindingCode) =>
    inspectToken(input, now).findings.find((each) => each.code === code)?.text;

  test("names the part and the place", () => {
    expect(textOf(good.replace(".", ". "), "illegal-character")).toBe(
      "In the claims part, at character 1: a space cannot stand in a token.",
    );
  });

  test("says how long ago", () => {
    expect(textOf(withClaims({ exp: now - 90 }), "expired")).toBe(
      "It expired 1 min 30 s ago on the chosen clock.",
    );
  });
});

test("a NextAuth session is encrypted: its header is read, and there are no claims", async () => {
  const key = createHmac("sha256", "k").digest();
  const token = await new EncryptJWT({ sub: "ada" })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(key);
  const inspection = inspectToken(token, now);
  expect(inspection).toMatchObject({ kind: "encrypted", claims: null, header: { value: { alg: "dir" } } });
  expect(codes(token)).toEqual(["encrypted", "session-cookie"]);
});

test("a token that was cut off still shows what is left of its claims", () => {
  const cut = good.slice(0, part(goodHeader).length + 30);
  expect(codes(cut)).toEqual(expect.arrayContaining(["wrong-segment-count", "cut-off"]));
  expect(inspectToken(cut, now).claims?.text).toBe('{"iss":"https://issue');
});

test("property: whatever is pasted, it answers, and says something of what is no good token", () => {
  const segment = fc.oneof(fc.string(), fc.json().map(part), fc.object().map(part));
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(segment, { maxLength: 6 }).map((parts) => parts.join(".")),
    fc.tuple(fc.nat(good.length), fc.nat(good.length)).map(([from, to]) => good.slice(from, to)),
    fc
      .tuple(fc.object(), fc.object())
      .map(([header, claims]) => tokenOf({ ...goodHeader, ...header }, claims)),
  );
  fc.assert(
    fc.property(text, fc.integer(), (input, nowSeconds) => {
      const { findings } = inspectToken(input, nowSeconds);
      expect(findings.length > 0 || input.trim() === "").toBe(true);
      for (const { text: said, source } of findings) expect(said && source.rfc).toBeTruthy();
    }),
    { numRuns: 300 },
  );
});

test("of a megabyte no more is said than that it is too long", () => {
  for (const input of [".".repeat(1_000_000), "eyJ".repeat(400_000), `${" ".repeat(999_999)}x`]) {
    expect(codes(input)).toEqual(["oversized"]);
  }
});
