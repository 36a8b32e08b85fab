import { describe, expect, test } from "vitest";
import { MAX_PASSWORD_LENGTH } from "../domain/passwords.ts";
import { CLIENT, TestLab } from "../fixtures/test-lab.ts";

describe("POST /v1/auth/login", () => {
  test("gives tokens and the user, never stored", async () => {
    const lab = await TestLab.create();
    const answer = await lab.attemptLogin("ada@example.com", "analytical-engine");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.body).toEqual({
      access_token: expect.any(String),
      token_type: "Bearer",
      expires_in: 900,
      refresh_token: expect.stringMatching(/^[\w-]{73}$/),
      refresh_expires_in: 7 * 24 * 60 * 60,
      user: { id: "user-ada", name: "Ada Lovelace", email: "ada@example.com", role: "admin" },
    });
  });

  test("knows an address in any case", async () => {
    const lab = await TestLab.create();
    expect((await lab.attemptLogin(" Ada@Example.COM ", "analytical-engine")).status).toBe(200);
  });

  test("answers unknown, wrong and suspended accounts with the same bytes", async () => {
    const lab = await TestLab.create();
    const admin = await lab.login("ada@example.com");
    await lab.call("PATCH", "/v1/admin/users/user-linus", {
      bearer: admin.access_token,
      json: { suspended: true },
    });
    const wrong = await lab.attemptLogin("grace@example.com", "wrong");
    const unknown = await lab.attemptLogin("nobody@example.com", "wrong");
    const suspended = await lab.attemptLogin("linus@example.com", "just-for-fun");
    expect(wrong.status).toBe(401);
    expect(wrong.body?.error).toBe("invalid_credentials");
    for (const other of [unknown, suspended]) {
      expect(other.status).toBe(wrong.status);
      expect(other.text).toBe(wrong.text);
      expect([...other.headers]).toEqual([...wrong.headers]);
    }
    const codes = (await lab.events()).filter((event) => event.name === "401").map((event) => event.code);
    expect(codes).toEqual(["wrong-password", "unknown", "suspended"]);
  });

  test.each([
    ["no password", { email: "ada@example.com" }],
    ["no email", { password: "x" }],
    ["a password that is no text", { email: "ada@example.com", password: 1 }],
    ["an empty password", { email: "ada@example.com", password: "" }],
    [
      "a password longer than the cap",
      { email: "ada@example.com", password: "x".repeat(MAX_PASSWORD_LENGTH + 1) },
    ],
    ["an array", []],
    ["null", null],
  ])("refuses %s with invalid_request", async (_, json) => {
    const lab = await TestLab.create();
    const answer = await lab.call("POST", "/v1/auth/login", { json });
    expect(answer.status).toBe(400);
    expect(answer.body?.error).toBe("invalid_request");
  });

  test("refuses malformed JSON with 400 and other media types with 415", async () => {
    const lab = await TestLab.create();
    const malformed = await lab.call("POST", "/v1/auth/login", {
      raw: { type: "application/json", body: "{" },
    });
    expect([malformed.status, malformed.body?.error]).toEqual([400, "invalid_request"]);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      const other = await lab.call("POST", "/v1/auth/login", { raw: { type, body: "{}" } });
      expect([other.status, other.body?.error]).toEqual([415, "unsupported_media_type"]);
    }
  });

  test("takes further fields, and the timeline lists the names of all, and no password", async () => {
    const lab = await TestLab.create();
    const json = {
      email: "ada@example.com",
      password: "analytical-engine",
      csrfToken: "c",
      redirect: "false",
    };
    expect((await lab.call("POST", "/v1/auth/login", { json })).status).toBe(200);
    const events = await lab.events();
    const login = events.find((event) => event.name === "POST /v1/auth/login");
    expect(login?.detail?.request?.fields).toEqual(["email", "password", "csrfToken", "redirect"]);
    expect(JSON.stringify(events)).not.toContain("analytical-engine");
  });

  test("shows no password even when the body is malformed", async () => {
    const lab = await TestLab.create();
    await lab.call("POST", "/v1/auth/login", {
      raw: { type: "application/json", body: '{"password":"hunter2' },
    });
    expect(JSON.stringify(await lab.events())).not.toContain("hunter2");
  });
});

describe("login limits", () => {
  const fail = (lab: TestLab, email: string) => lab.attemptLogin(email, "wrong");

  test.each(["grace@example.com", "nobody@example.com"])(
    "lock %s after five wrong passwords, existing or not",
    async (email) => {
      const lab = await TestLab.create();
      for (let attempt = 1; attempt <= 5; attempt += 1) expect((await fail(lab, email)).status).toBe(401);
      const locked = await lab.attemptLogin(email, "nanosecond-wire");
      expect(locked.status).toBe(429);
      expect(locked.body?.error).toBe("too_many_attempts");
      expect(Number(locked.headers.get("Retry-After"))).toBeGreaterThan(28);
      expect(Number(locked.headers.get("Retry-After"))).toBeLessThanOrEqual(30);
      expect(await lab.notes("login.locked")).toHaveLength(1);
    },
  );

  test("end with the lock, double with the next wrong password, and are forgotten after the right one", async () => {
    const lab = await TestLab.create();
    for (let attempt = 1; attempt <= 5; attempt += 1) await fail(lab, "grace@example.com");
    await lab.advance(30);
    expect((await fail(lab, "grace@example.com")).status).toBe(401);
    const locked = await fail(lab, "grace@example.com");
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get("Retry-After"))).toBeGreaterThan(55);
    await lab.advance(60);
    expect((await lab.attemptLogin("grace@example.com", "nanosecond-wire")).status).toBe(200);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await fail(lab, "grace@example.com")).status).toBe(401);
    }
  });

  test("never exceed a quarter of an hour", async () => {
    const lab = await TestLab.create();
    for (let attempt = 1; attempt <= 14; attempt += 1) {
      await fail(lab, "grace@example.com");
      await lab.advance(900);
    }
    await fail(lab, "grace@example.com");
    expect(Number((await fail(lab, "grace@example.com")).headers.get("Retry-After"))).toBeLessThanOrEqual(
      900,
    );
  });

  test("count one account, not another", async () => {
    const lab = await TestLab.create();
    for (let attempt = 1; attempt <= 5; attempt += 1) await fail(lab, "grace@example.com");
    expect((await lab.attemptLogin("ada@example.com", "analytical-engine")).status).toBe(200);
  });

  test("let a burst try no more passwords than a queue", async () => {
    const lab = await TestLab.create();
    const answers = await Promise.all(Array.from({ length: 50 }, () => fail(lab, "grace@example.com")));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(45);
  });
});

describe("client authentication", () => {
  const encode = (id: string, secret: string) =>
    btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`);

  test("is asked of login and refresh once the setting is on", async () => {
    const lab = await TestLab.create();
    const { refresh_token } = await lab.login();
    await lab.settings({ clientAuth: true });
    const form = { grant_type: "refresh_token", refresh_token };
    const answers = [
      await lab.attemptLogin("grace@example.com", "nanosecond-wire"),
      await lab.attemptRefresh(refresh_token),
      await lab.call("POST", "/oauth/token", { form }),
      await lab.attemptRefresh(refresh_token, { basic: encode(CLIENT.id, "wrong") }),
      await lab.attemptRefresh(refresh_token, { basic: encode("other", CLIENT.secret) }),
      await lab.attemptRefresh(refresh_token, { basic: btoa("%:%") }),
      await lab.attemptRefresh(refresh_token, { basic: "%%%" }),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.body?.error]).toEqual([401, "invalid_client"]);
      expect(answer.headers.get("WWW-Authenticate")).toMatch(/^Basic /);
    }
    const basic = encode(CLIENT.id, CLIENT.secret);
    expect((await lab.attemptRefresh(refresh_token, { basic })).status).toBe(200);
    expect((await lab.attemptLogin("grace@example.com", "nanosecond-wire", { basic })).status).toBe(200);
  });

  test("never shows the client's secret in the timeline", async () => {
    const lab = await TestLab.create();
    const basic = encode(CLIENT.id, CLIENT.secret);
    await lab.attemptLogin("grace@example.com", "nanosecond-wire", { basic });
    expect(JSON.stringify(await lab.events())).not.toContain(basic);
  });
});
