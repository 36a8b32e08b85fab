import { expect, test } from "vitest";
import { TestLab } from "../fixtures/test-lab.ts";
import { MAX_TOKENS_PER_FAMILY } from "../store/memory/kept-families.ts";

test("signing out ends the family, and its access tokens at once", async () => {
  const lab = await TestLab.create();
  const tokens = await lab.login();
  const json = { refresh_token: tokens.refresh_token };
  expect((await lab.call("POST", "/v1/auth/logout", { json })).status).toBe(204);
  expect(await lab.honours(tokens.access_token)).toBe(401);
  expect((await lab.attemptRefresh(tokens.refresh_token)).body?.error).toBe("invalid_grant");
  expect((await lab.notes("family.revoked"))[0]?.code).toBe("signed-out");
});

test("a spent refresh token signs its family out too", async () => {
  const lab = await TestLab.create();
  const first = await lab.login();
  const second = await lab.refresh(first.refresh_token);
  await lab.call("POST", "/v1/auth/logout", { json: { refresh_token: first.refresh_token } });
  expect(await lab.honours(second.access_token)).toBe(401);
});

test("an unknown token is answered like a known one", async () => {
  const lab = await TestLab.create();
  const unknown = { refresh_token: "unknown", token: "unknown" };
  expect((await lab.call("POST", "/v1/auth/logout", { json: unknown })).status).toBe(204);
  const revoked = await lab.call("POST", "/oauth/revoke", { form: unknown });
  expect([revoked.status, revoked.text]).toEqual([200, ""]);
});

test("a logout without a token is refused", async () => {
  const lab = await TestLab.create();
  expect((await lab.call("POST", "/v1/auth/logout", { json: {} })).body?.error).toBe("invalid_request");
  expect((await lab.call("POST", "/oauth/revoke", { form: {} })).body?.error).toBe("invalid_request");
});

test("POST /oauth/revoke ends the family of a refresh token", async () => {
  const lab = await TestLab.create();
  const tokens = await lab.login();
  await lab.call("POST", "/oauth/revoke", { form: { token: tokens.refresh_token } });
  expect(await lab.honours(tokens.access_token)).toBe(401);
});

test("POST /oauth/revoke ends one access token by its jti, and the family lives on", async () => {
  const lab = await TestLab.create();
  const first = await lab.login();
  const second = await lab.refresh(first.refresh_token);
  await lab.call("POST", "/oauth/revoke", { form: { token: first.access_token } });
  expect(await lab.honours(first.access_token)).toBe(401);
  expect(await lab.honours(second.access_token)).toBe(200);
  expect((await lab.state()).families[0]?.access.map((access) => access.status)).toEqual(["revoked", "live"]);
});

test("a forged access token revokes nothing", async () => {
  const lab = await TestLab.create();
  const { access_token } = await lab.login();
  const [header, payload] = access_token.split(".");
  await lab.call("POST", "/oauth/revoke", { form: { token: `${header}.${payload}.${"A".repeat(86)}` } });
  expect(await lab.honours(access_token)).toBe(200);
});

test("an access token lives on after its sign-in has issued two hundred more, and can be revoked by itself", async () => {
  const lab = await TestLab.create();
  const first = await lab.login();
  let last = first;
  for (let count = 0; count < MAX_TOKENS_PER_FAMILY + 5; count += 1) {
    last = await lab.refresh(last.refresh_token);
  }
  expect(await lab.honours(first.access_token)).toBe(200);
  await lab.call("POST", "/oauth/revoke", { form: { token: first.access_token } });
  expect(await lab.honours(first.access_token)).toBe(401);
  expect(await lab.honours(last.access_token)).toBe(200);
});
