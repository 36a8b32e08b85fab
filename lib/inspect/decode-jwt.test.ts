import { expect, test } from "vitest";
import { decodeJwt } from "./decode-jwt.ts";

test("a JWT decodes to header and claims, and anything else to null", () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "ES256" })}.${part({ sub: "ada", name: "Zoë" })}.c2ln`;
  expect(decodeJwt(token)).toEqual({ header: { alg: "ES256" }, claims: { sub: "ada", name: "Zoë" } });
  expect(decodeJwt("opaque")).toBeNull();
  expect(decodeJwt("a.b.c")).toBeNull();
  expect(decodeJwt(`${part([])}.${part({})}.c2ln`)).toBeNull();
});
