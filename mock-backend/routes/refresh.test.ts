import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { nodeCrypto } from "../crypto/node.ts";
import { newRefreshToken } from "../domain/refresh-token.ts";
import { type Answer, TestLab } from "../fixtures/test-lab.ts";

const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
const refused = (answer: Answer) => [answer.status, answer.body?.error];

describe("POST /v1/auth/refresh", () => {
  test("rotates: a new pair, never stored, and the old refresh token is not echoed", async () => {
    const lab = await TestLab.create();
    const first = await lab.login();
    const answer = await lab.attemptRefresh(first.refresh_token);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.text).not.toContain(first.refresh_token);
    expect(answer.body?.refresh_token).toEqual(expect.stringMatching(/^[\w-]{73}$/));
    expect(answer.body?.access_token).not.toBe(first.access_token);
    expect(await lab.honours(String(answer.body?.access_token))).toBe(200);
    const [rotated] = await lab.notes("token.rotated");
    expect(rotated?.tokens.map(({ generation, role }) => [generation, role])).toEqual([
      [1, "carried"],
      [2, "issued"],
    ]);
  });

  test("POST /oauth/token does the same", async () => {
    const lab = await TestLab.create();
    const { refresh_token } = await lab.login();
    const form = { grant_type: "refresh_token", refresh_token };
    const answer = await lab.call("POST", "/oauth/token", { form });
    expect(answer.status).toBe(200);
    expect(answer.body?.token_type).toBe("Bearer");
    expect(refused(await lab.call("POST", "/oauth/token", { form }))).toEqual([400, "invalid_grant"]);
  });

  test("POST /oauth/token refuses other grants, a missing token, JSON and a repeated parameter", async () => {
    const lab = await TestLab.create();
    const token = (body: string, type = "application/x-www-form-urlencoded") =>
      lab.call("POST", "/oauth/token", { raw: { type, body } }).then(refused);
    expect(await token("grant_type=password&username=a&password=b")).toEqual([400, "unsupported_grant_type"]);
    expect(await token("grant_type=refresh_token")).toEqual([400, "invalid_request"]);
    expect(await token("refresh_token=x")).toEqual([400, "invalid_request"]);
    expect(await token("grant_type=refresh_token&refresh_token=a&refresh_token=b")).toEqual([
      400,
      "invalid_request",
    ]);
    expect(await token("{}", "application/json")).toEqual([415, "unsupported_media_type"]);
  });

  test("200 at once with one token and no grace: one new generation, the rest refused, the family revoked", async () => {
    const lab = await TestLab.create();
    const { refresh_token, access_token } = await lab.login();
    const answers = await Promise.all(times(200, () => lab.attemptRefresh(refresh_token)));
    const winners = answers.filter((answer) => answer.status === 200);
    expect(winners).toHaveLength(1);
    const losers = answers.filter((answer) => answer.status !== 200);
    expect(losers.map(refused)).toEqual(times(199, () => [400, "invalid_grant"]));
    const [family] = (await lab.state()).families;
    expect(family?.refresh).toHaveLength(2);
    expect([family?.status, family?.reason]).toEqual(["revoked", "reused"]);
    expect(await lab.notes("family.revoked")).toHaveLength(1);
    expect(await lab.honours(access_token)).toBe(401);
    expect(await lab.honours(String(winners[0]?.body?.access_token))).toBe(401);
    expect(refused(await lab.attemptRefresh(String(winners[0]?.body?.refresh_token)))).toEqual([
      400,
      "invalid_grant",
    ]);
  });

  test("200 at once with one token and a grace window: all get the same successor", async () => {
    const lab = await TestLab.create();
    await lab.settings({ grace: 10 });
    const { refresh_token } = await lab.login();
    const answers = await Promise.all(times(200, () => lab.attemptRefresh(refresh_token)));
    expect(answers.map((answer) => answer.status)).toEqual(times(200, () => 200));
    expect(new Set(answers.map((answer) => answer.body?.refresh_token)).size).toBe(1);
    const [family] = (await lab.state()).families;
    expect(family?.refresh).toHaveLength(2);
    expect(family?.status).toBe("active");
    expect(await lab.notes("token.rotated")).toHaveLength(1);
    expect((await lab.refresh(String(answers[7]?.body?.refresh_token))).refresh_token).toBeTruthy();
  });
});

describe("the grace window", () => {
  const inGrace = async (grace = 10) => {
    const lab = await TestLab.create();
    await lab.settings({ grace });
    const first = await lab.login();
    const second = await lab.refresh(first.refresh_token);
    return { lab, first, second };
  };

  test("gives the predecessor the same successor while that is unused", async () => {
    const { lab, first, second } = await inGrace();
    await lab.advance(9);
    expect((await lab.refresh(first.refresh_token)).refresh_token).toBe(second.refresh_token);
    expect((await lab.notes("token.replayed-in-grace"))[0]?.tokens.map((token) => token.generation)).toEqual([
      1, 2,
    ]);
  });

  test("closes after its seconds: the family is revoked", async () => {
    const { lab, first, second } = await inGrace();
    await lab.advance(10);
    expect(refused(await lab.attemptRefresh(first.refresh_token))).toEqual([400, "invalid_grant"]);
    expect(refused(await lab.attemptRefresh(second.refresh_token))).toEqual([400, "invalid_grant"]);
  });

  test("closes when the successor is used", async () => {
    const { lab, first, second } = await inGrace();
    const third = await lab.refresh(second.refresh_token);
    expect(refused(await lab.attemptRefresh(first.refresh_token))).toEqual([400, "invalid_grant"]);
    expect(await lab.honours(third.access_token)).toBe(401);
  });

  test("closes when it is shortened, and does not open for a token that was spent without one", async () => {
    const shortened = await inGrace();
    await shortened.lab.settings({ grace: 0 });
    expect((await shortened.lab.attemptRefresh(shortened.first.refresh_token)).status).toBe(400);
    const late = await inGrace(0);
    await late.lab.settings({ grace: 60 });
    expect((await late.lab.attemptRefresh(late.first.refresh_token)).status).toBe(400);
  });

  test("does not outlive the successor's own idle lifetime", async () => {
    const lab = await TestLab.create();
    await lab.settings({ grace: 60, refreshIdleTtl: 5 });
    const first = await lab.login();
    await lab.refresh(first.refresh_token);
    await lab.advance(5);
    expect((await lab.attemptRefresh(first.refresh_token)).status).toBe(400);
    expect((await lab.state()).families[0]?.reason).toBeNull();
  });

  test("keeps no readable token: the state shows neither token nor hash nor seal", async () => {
    const { lab, first, second } = await inGrace();
    const text = (await lab.call("GET", "/lab/state")).text;
    expect(text).not.toContain(first.refresh_token);
    expect(text).not.toContain(second.refresh_token);
    expect(text).not.toMatch(/hash|seal/i);
  });
});

describe("reuse", () => {
  test("of a spent token revokes the family, and its access tokens at once", async () => {
    const lab = await TestLab.create();
    const first = await lab.login();
    const second = await lab.refresh(first.refresh_token);
    expect(await lab.honours(first.access_token)).toBe(200);
    expect(refused(await lab.attemptRefresh(first.refresh_token))).toEqual([400, "invalid_grant"]);
    expect(await lab.honours(first.access_token)).toBe(401);
    expect(await lab.honours(second.access_token)).toBe(401);
    const last = (await lab.events()).filter((event) => event.name === "400").at(-1);
    expect(last?.code).toBe("reused");
  });

  test("leaves the user's other sign-ins alone", async () => {
    const lab = await TestLab.create();
    const stolen = await lab.login();
    const other = await lab.login();
    await lab.refresh(stolen.refresh_token);
    await lab.attemptRefresh(stolen.refresh_token);
    expect(await lab.honours(other.access_token)).toBe(200);
    expect((await lab.attemptRefresh(other.refresh_token)).status).toBe(200);
  });

  test("without detection is refused, and the family lives on", async () => {
    const lab = await TestLab.create();
    await lab.settings({ reuseDetection: false });
    const first = await lab.login();
    const second = await lab.refresh(first.refresh_token);
    expect(refused(await lab.attemptRefresh(first.refresh_token))).toEqual([400, "invalid_grant"]);
    expect((await lab.attemptRefresh(second.refresh_token)).status).toBe(200);
  });
});

describe("a grace window without a successor", () => {
  const inGrace = async () => {
    const lab = await TestLab.create();
    await lab.settings({ grace: 10, graceReply: "none" });
    const first = await lab.login();
    return { lab, first, second: await lab.refresh(first.refresh_token) };
  };

  test("200 at once: one successor, the rest are told so, and nothing ends", async () => {
    const lab = await TestLab.create();
    await lab.settings({ grace: 10, graceReply: "none" });
    const { refresh_token } = await lab.login();
    const answers = await Promise.all(times(200, () => lab.attemptRefresh(refresh_token)));
    const [winner, ...more] = answers.filter(({ status }) => status === 200);
    expect(more).toEqual([]);
    const losers = answers.filter((answer) => answer !== winner);
    expect(losers.map(refused)).toEqual(times(199, () => [409, "already_rotated"]));
    for (const { text, headers } of losers) {
      expect(text).not.toContain(String(winner?.body?.refresh_token));
      expect(text).not.toContain(refresh_token);
      expect(headers.get("Cache-Control")).toBe("no-store");
    }
    const [family] = (await lab.state()).families;
    expect([family?.status, family?.refresh.length, family?.access.length]).toEqual(["active", 2, 2]);
    expect((await lab.attemptRefresh(String(winner?.body?.refresh_token))).status).toBe(200);
  });

  test("the timeline says that the second use was forgiven, and marks no successor", async () => {
    const { lab, first } = await inGrace();
    await lab.attemptRefresh(first.refresh_token);
    const [told] = await lab.notes("token.replayed-in-grace");
    expect(told).toMatchObject({ code: "already_rotated", outcome: "refused" });
    expect(told?.tokens.map(({ generation, role }) => [generation, role])).toEqual([[1, "carried"]]);
    expect((await lab.events()).at(-1)).toMatchObject({ name: "409", code: "already_rotated", tokens: [] });
  });

  test("closes like the other: after its seconds a second use ends the family", async () => {
    const { lab, first, second } = await inGrace();
    await lab.advance(10);
    expect(refused(await lab.attemptRefresh(first.refresh_token))).toEqual([400, "invalid_grant"]);
    expect(await lab.honours(second.access_token)).toBe(401);
  });
});

describe("without rotation", () => {
  test("the same refresh token stays valid, and is not echoed", async () => {
    const lab = await TestLab.create();
    await lab.settings({ rotation: false });
    const { refresh_token } = await lab.login();
    for (let round = 0; round < 3; round += 1) {
      const answer = await lab.attemptRefresh(refresh_token);
      expect(answer.status).toBe(200);
      expect(answer.body).not.toHaveProperty("refresh_token");
      expect(answer.body?.refresh_expires_in).toBe(7 * 24 * 60 * 60);
    }
    await lab.settings({ rotation: true });
    expect((await lab.refresh(refresh_token)).refresh_token).not.toBe(refresh_token);
  });

  test("use puts the idle expiry off, and never the absolute one", async () => {
    const lab = await TestLab.create();
    await lab.settings({ rotation: false, refreshIdleTtl: 100, refreshAbsoluteTtl: 150 });
    const { refresh_token } = await lab.login();
    await lab.advance(90);
    expect((await lab.attemptRefresh(refresh_token)).body?.refresh_expires_in).toBeLessThanOrEqual(60);
    await lab.advance(60);
    expect((await lab.attemptRefresh(refresh_token)).status).toBe(400);
  });
});

describe("lifetimes", () => {
  test("a refresh token dies of idleness", async () => {
    const lab = await TestLab.create();
    await lab.settings({ refreshIdleTtl: 60 });
    const first = await lab.login();
    await lab.advance(58);
    const second = await lab.refresh(first.refresh_token);
    await lab.advance(60);
    expect(refused(await lab.attemptRefresh(second.refresh_token))).toEqual([400, "invalid_grant"]);
    expect((await lab.state()).families[0]?.status).toBe("expired");
    expect((await lab.events()).at(-1)?.code).toBe("expired");
  });

  test("the absolute lifetime is inherited unchanged, whatever the settings become", async () => {
    const lab = await TestLab.create();
    await lab.settings({ refreshIdleTtl: 100, refreshAbsoluteTtl: 200 });
    let { refresh_token } = await lab.login();
    const before = (await lab.state()).families[0]?.absoluteExpiresAt;
    await lab.settings({ refreshAbsoluteTtl: 7_776_000, refreshIdleTtl: 7_776_000 });
    for (let round = 0; round < 3; round += 1) {
      await lab.advance(60);
      ({ refresh_token } = await lab.refresh(refresh_token));
    }
    expect((await lab.state()).families[0]?.absoluteExpiresAt).toBe(before);
    await lab.advance(20);
    expect((await lab.attemptRefresh(refresh_token)).status).toBe(400);
  });

  test("a refreshed token carries the settings of now", async () => {
    const lab = await TestLab.create();
    const first = await lab.login();
    await lab.settings({ accessTtl: 8, refreshIdleTtl: 50 });
    const second = await lab.refresh(first.refresh_token);
    expect(second.expires_in).toBe(8);
    expect(second.refresh_expires_in).toBe(50);
    const { exp = 0, iat = 0 } = decodeJwt(second.access_token);
    expect(exp - iat).toBe(8);
  });

  test("a refreshed token carries the role of now", async () => {
    const lab = await TestLab.create();
    const admin = await lab.login("ada@example.com");
    const member = await lab.login("grace@example.com");
    await lab.call("PATCH", "/v1/admin/users/user-grace", {
      bearer: admin.access_token,
      json: { role: "admin" },
    });
    const { access_token } = await lab.refresh(member.refresh_token);
    expect(decodeJwt(access_token).roles).toEqual(["admin"]);
  });
});

describe("a bogus refresh token", () => {
  test.each([
    ["of the right form", newRefreshToken(nodeCrypto)],
    ["of one letter", "x"],
    ["of four thousand letters", "x".repeat(4096)],
    ["with foreign signs", "../../é\u0000"],
  ])("%s is refused, with the same words as a spent one", async (_, token) => {
    const lab = await TestLab.create();
    const { refresh_token } = await lab.login();
    await lab.refresh(refresh_token);
    const bogus = await lab.attemptRefresh(token);
    const spent = await lab.attemptRefresh(refresh_token);
    const revoked = await lab.attemptRefresh(refresh_token);
    expect(refused(bogus)).toEqual([400, "invalid_grant"]);
    expect([spent.text, revoked.text]).toEqual([bogus.text, bogus.text]);
  });

  test("an access token, a prefix and another lab's token are refused", async () => {
    const lab = await TestLab.create();
    const other = await TestLab.in(lab.backend);
    const tokens = await lab.login();
    const foreign = await other.login();
    for (const token of [tokens.access_token, tokens.refresh_token.slice(0, -1), foreign.refresh_token]) {
      expect(refused(await lab.attemptRefresh(token))).toEqual([400, "invalid_grant"]);
    }
    expect((await lab.attemptRefresh(tokens.refresh_token)).status).toBe(200);
    expect((await other.attemptRefresh(foreign.refresh_token)).status).toBe(200);
  });
});
