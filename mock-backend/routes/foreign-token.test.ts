import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { TestLab } from "../fixtures/test-lab.ts";

const kinds = ["id-token", "other-audience", "yesterday", "without-exp"] as const;

test.each(kinds)("%s: the lab's key signed it, and this API refuses it", async (as) => {
  const lab = await TestLab.create();
  const signed = await lab.call("POST", "/lab/sign", { json: { as, userId: "user-ada" } });
  expect(signed.status).toBe(201);
  const token = String(signed.body?.token);
  const keys = (await lab.call("GET", "/.well-known/jwks.json")).body as unknown as JSONWebKeySet;
  // Any moment will do: the signature is what counts here.
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { currentDate: new Date(0) });
  expect(payload.sub).toBe("user-ada");
  expect((await lab.call("GET", "/v1/me", { bearer: token })).status).toBe(401);
});

test("signing needs a kind that is known and a user who is", async () => {
  const lab = await TestLab.create();
  const status = async (json: unknown) => (await lab.call("POST", "/lab/sign", { json })).status;
  expect(await status({ as: "access-token", userId: "user-ada" })).toBe(400);
  expect(await status({ as: "id-token", userId: "nobody" })).toBe(400);
  expect(await status({})).toBe(400);
});
