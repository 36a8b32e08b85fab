import { expect, test } from "vitest";
import type { Jwk } from "./algorithms.ts";
import { keyConcerns } from "./key-concerns.ts";

const ec: Jwk = { kty: "EC", crv: "P-256", x: "AA", y: "AA", kid: "a" };

test.each<[string, Jwk[], string[]]>([
  ["one sound key", [ec], []],
  ["a private key", [{ ...ec, d: "AA" }], ["exposed"]],
  ["an RSA key with a prime of its own", [{ kty: "RSA", n: "AA", e: "AQAB", p: "AA" }], ["exposed"]],
  ["a shared secret, whose only part is private", [{ kty: "oct", k: "AA" }], []],
  ["an exponent of 3", [{ kty: "RSA", n: "AA", e: "Aw" }], ["small-exponent"]],
  ["65537", [{ kty: "RSA", n: "AA", e: "AQAB" }], []],
  ["one kid twice", [ec, { ...ec, x: "AB" }], ["same-kid"]],
  ["one kid on two types", [ec, { kty: "OKP", crv: "Ed25519", x: "AA", kid: "a" }], []],
  ["two keys without a kid", [{ kty: "EC" }, { kty: "EC" }], []],
  ["a key for encryption beside it", [ec, { kty: "RSA", use: "enc", e: "AQAB" }], ["other-uses"]],
  ["a secret beside it", [ec, { kty: "oct", k: "AA" }], ["secret-in-set"]],
])("%s", (_name, keys, concerns) => {
  expect(keyConcerns(keys)).toEqual(concerns);
});
