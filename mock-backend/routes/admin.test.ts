import { expect, test } from "vitest";
import { TestLab } from "../fixtures/test-lab.ts";

const USERS = "/v1/admin/users";

test("an admin lists the users, without their hashes", async () => {
  const lab = await TestLab.create();
  const { access_token } = await lab.login("ada@example.com");
  const answer = await lab.call("GET", USERS, { bearer: access_token });
  expect(answer.status).toBe(200);
  expect(answer.body?.users).toHaveLength(3);
  expect(answer.text).not.toMatch(/scrypt|hash/i);
});

test("a member may do neither, and learns which scope it takes", async () => {
  const lab = await TestLab.create();
  const { access_token } = await lab.login("grace@example.com");
  for (const answer of [
    await lab.call("GET", USERS, { bearer: access_token }),
    await lab.call("PATCH", `${USERS}/user-grace`, { bearer: access_token, json: { role: "admin" } }),
  ]) {
    expect([answer.status, answer.body?.error]).toEqual([403, "insufficient_scope"]);
    expect(answer.headers.get("WWW-Authenticate")).toBe(
      'Bearer error="insufficient_scope", scope="users:manage"',
    );
  }
});

test("a demotion counts at once, although the token still says admin", async () => {
  const lab = await TestLab.create();
  const { access_token } = await lab.login("ada@example.com");
  await lab.call("PATCH", `${USERS}/user-ada`, { bearer: access_token, json: { role: "member" } });
  const answer = await lab.call("GET", USERS, { bearer: access_token });
  expect([answer.status, answer.body?.error]).toEqual([403, "insufficient_scope"]);
});

test("a suspension ends every session of the user at once, and nobody else's", async () => {
  const lab = await TestLab.create();
  const admin = await lab.login("ada@example.com");
  const first = await lab.login("grace@example.com");
  const second = await lab.login("grace@example.com");
  const answer = await lab.call("PATCH", `${USERS}/user-grace`, {
    bearer: admin.access_token,
    json: { suspended: true },
  });
  expect(answer.body?.suspended).toBe(true);
  for (const tokens of [first, second]) {
    expect(await lab.honours(tokens.access_token)).toBe(401);
    expect((await lab.attemptRefresh(tokens.refresh_token)).body?.error).toBe("invalid_grant");
  }
  expect(await lab.honours(admin.access_token)).toBe(200);
  expect((await lab.notes("family.revoked")).map((event) => event.code)).toEqual(["suspended", "suspended"]);
});

test("a reinstated user signs in anew: the old sessions stay ended", async () => {
  const lab = await TestLab.create();
  const { access_token: bearer } = await lab.login("ada@example.com");
  const before = await lab.login("grace@example.com");
  await lab.call("PATCH", `${USERS}/user-grace`, { bearer, json: { suspended: true } });
  await lab.call("PATCH", `${USERS}/user-grace`, { bearer, json: { suspended: false } });
  expect(await lab.honours(before.access_token)).toBe(401);
  expect((await lab.login("grace@example.com")).access_token).toBeTruthy();
});

test("a login whose user is suspended while the password is checked opens nothing", async () => {
  const lab = await TestLab.create();
  const { access_token: bearer } = await lab.login("ada@example.com");
  const [login] = await Promise.all([
    lab.attemptLogin("grace@example.com", "nanosecond-wire"),
    lab.call("PATCH", `${USERS}/user-grace`, { bearer, json: { suspended: true } }),
  ]);
  if (login.status === 200) expect(await lab.honours(String(login.body?.access_token))).toBe(401);
  else expect(login.body?.error).toBe("invalid_credentials");
});

test.each([[{}], [{ role: "owner" }], [{ suspended: "yes" }], [{ role: "admin", email: "x" }], [[]]])(
  "a change like %j is refused and changes nothing",
  async (json) => {
    const lab = await TestLab.create();
    const { access_token: bearer } = await lab.login("ada@example.com");
    const before = (await lab.call("GET", USERS, { bearer })).text;
    const answer = await lab.call("PATCH", `${USERS}/user-grace`, { bearer, json });
    expect([answer.status, answer.body?.error]).toEqual([400, "invalid_request"]);
    expect((await lab.call("GET", USERS, { bearer })).text).toBe(before);
  },
);

test("an unknown user is 404", async () => {
  const lab = await TestLab.create();
  const { access_token: bearer } = await lab.login("ada@example.com");
  const answer = await lab.call("PATCH", `${USERS}/user-nobody`, { bearer, json: { role: "admin" } });
  expect([answer.status, answer.body?.error]).toEqual([404, "not_found"]);
});
