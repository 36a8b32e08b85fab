import { describe, expect, test } from "vitest";
import { nodeCrypto } from "../crypto/node.ts";
import { createPasswords, MAX_PASSWORD_LENGTH } from "../domain/passwords.ts";
import { cheapPasswords } from "../fixtures/cheap-passwords.ts";
import { CLIENT, TestLab, testBackend } from "../fixtures/test-lab.ts";
import { MAX_FAMILIES } from "../store/memory/families.ts";

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

test("a sign-in that made room for another is said to have ended, and its tokens are refused", async () => {
  const lab = await TestLab.create();
  const first = await lab.login();
  for (let count = 1; count < MAX_FAMILIES; count += 1) await lab.login();
  expect(await lab.honours(first.access_token)).toBe(200);
  expect(await lab.notes("family.revoked")).toEqual([]);
  await lab.login();
  expect(await lab.honours(first.access_token)).toBe(401);
  expect((await lab.attemptRefresh(first.refresh_token)).body?.error).toBe("invalid_grant");
  expect(await lab.notes("family.revoked")).toMatchObject([
    { code: "displaced", tokens: [{ kind: "refresh", generation: 1, family: 1 }] },
  ]);
});

describe("a password's length", () => {
  const answerTo = async (password: string) => {
    const answer = await (await TestLab.create()).attemptLogin("grace@example.com", password);
    return [answer.status, answer.body?.error];
  };

  test.each([
    ["letters", "x"],
    ["emoji, each two UTF-16 units and four bytes", "🔑"],
    ["letters with a mark of their own", "é"],
  ])("is counted in code points: 256 %s are looked at, 257 are not", async (_, sign) => {
    expect(await answerTo(sign.repeat(256))).toEqual([401, "invalid_credentials"]);
    expect(await answerTo(sign.repeat(257))).toEqual([400, "invalid_request"]);
  });

  test("is one at least, and half a surrogate pair is no text", async () => {
    expect(await answerTo("")).toEqual([400, "invalid_request"]);
    expect(await answerTo("nanosecond\ud800wire")).toEqual([400, "invalid_request"]);
  });

  test("256 emoji, one right and one wrong in its last sign, are told apart", async () => {
    const right = "🔑".repeat(256);
    const stored = await createPasswords(nodeCrypto, { N: 16, r: 1, p: 1 }).hash(right);
    const hashes = { ...cheapPasswords.seedHashes, "grace@example.com": stored };
    const lab = await TestLab.create({ seedHashes: hashes });
    expect((await lab.attemptLogin("grace@example.com", right)).status).toBe(200);
    expect((await lab.attemptLogin("grace@example.com", `${"🔑".repeat(255)}🔒`)).status).toBe(401);
  });
});

describe("a hash that fails", () => {
  const outOfMemory = new Error("scrypt: memory limit exceeded");
  const broken = async () => {
    const reports: unknown[] = [];
    const state = { failing: true };
    const lab = await TestLab.create({
      crypto: {
        ...nodeCrypto,
        scrypt: (...given) => (state.failing ? Promise.reject(outOfMemory) : nodeCrypto.scrypt(...given)),
      },
      onUnexpectedError: (error) => reports.push(error),
    });
    return { lab, reports, state };
  };

  test.each(["grace@example.com", "nobody@example.com"])(
    "is no wrong password: %s is told that it could not be checked, and the operator why",
    async (email) => {
      const { lab, reports } = await broken();
      const answer = await lab.attemptLogin(email, "nanosecond-wire");
      expect([answer.status, answer.body?.error]).toEqual([503, "temporarily_unavailable"]);
      expect(answer.text).not.toContain("scrypt");
      expect(reports).toEqual([outOfMemory]);
      expect((await lab.events()).at(-1)).toMatchObject({
        outcome: "failed",
        code: "temporarily_unavailable",
      });
    },
  );

  test("counts as no attempt, one by one and at once, and leaves none reserved", async () => {
    const { lab, state } = await broken();
    const attempt = (password: string) => lab.attemptLogin("grace@example.com", password);
    for (let round = 0; round < 7; round += 1) expect((await attempt("nanosecond-wire")).status).toBe(503);
    const burst = await Promise.all(Array.from({ length: 5 }, () => attempt("nanosecond-wire")));
    expect(burst.map(({ status }) => status)).toEqual(Array(5).fill(503));
    state.failing = false;
    for (let round = 0; round < 4; round += 1) expect((await attempt("wrong")).status).toBe(401);
    expect((await attempt("nanosecond-wire")).status).toBe(200);
    expect(await lab.notes("login.locked")).toEqual([]);
  });
});

describe("a crowd", () => {
  /** Hashes that end when the test says so. */
  const gated = () => {
    const ends: (() => void)[] = [];
    let hashed = 0;
    const backend = testBackend({
      crypto: {
        ...nodeCrypto,
        scryptsAtOnce: 1,
        scrypt: async (...given) => {
          hashed += 1;
          await new Promise<void>((resolve) => ends.push(resolve));
          return nodeCrypto.scrypt(...given);
        },
      },
    });
    const endAll = () => {
      const rest = setInterval(() => {
        for (const end of ends.splice(0)) end();
      }, 1);
      return () => clearInterval(rest);
    };
    return { backend, hashed: () => hashed, endAll };
  };
  const someone = (count: number) => `someone-${count}@example.com`;

  test("in one lab is told to come back in three seconds, before anything is hashed, and keeps no other lab out", async () => {
    const { backend, hashed, endAll } = gated();
    const [crowded, quiet] = [await TestLab.in(backend), await TestLab.in(backend)];
    const crowd = Array.from({ length: 60 }, (_, count) => crowded.attemptLogin(someone(count), "wrong"));
    const busy = await crowded.attemptLogin("grace@example.com", "nanosecond-wire");
    expect([busy.status, busy.body?.error]).toEqual([503, "temporarily_unavailable"]);
    expect(busy.headers.get("Retry-After")).toBe("3");
    expect(hashed()).toBe(1);
    expect((await crowded.events()).at(-1)).toMatchObject({ outcome: "failed", code: "busy" });

    const other = quiet.attemptLogin("grace@example.com", "nanosecond-wire");
    const stop = endAll();
    expect((await other).status).toBe(200);
    const statuses = (await Promise.all(crowd)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(33);
    expect(statuses.filter((status) => status === 503)).toHaveLength(27);
    expect((await crowded.attemptLogin("grace@example.com", "nanosecond-wire")).status).toBe(200);
    stop();
  });

  test("that was turned away has used up no attempt, and neither has somebody who left", async () => {
    const { backend, hashed, endAll } = gated();
    const lab = await TestLab.in(backend);
    const first = lab.attemptLogin("ada@example.com", "analytical-engine");
    const leaver = new AbortController();
    const leavers = Array.from({ length: 5 }, () =>
      lab.attemptLogin("grace@example.com", "wrong", { signal: leaver.signal }),
    );
    expect((await lab.attemptLogin("grace@example.com", "wrong")).status).toBe(429);
    leaver.abort();
    for (const left of await Promise.all(leavers)) expect(left.status).toBe(504);
    const again = lab.attemptLogin("grace@example.com", "nanosecond-wire");
    const stop = endAll();
    expect([(await first).status, (await again).status]).toEqual([200, 200]);
    expect(hashed()).toBe(2);
    expect(await lab.notes("login.locked")).toEqual([]);
    stop();
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

  test("is asked of sign-out and revocation, too (RFC 7009 §2.1), and nothing ends without it", async () => {
    const lab = await TestLab.create();
    const { refresh_token, access_token } = await lab.login();
    await lab.settings({ clientAuth: true });
    const signOut = (more = {}) => lab.call("POST", "/v1/auth/logout", { json: { refresh_token }, ...more });
    const revoke = (more = {}) =>
      lab.call("POST", "/oauth/revoke", { form: { token: refresh_token }, ...more });
    const wrong = { basic: encode(CLIENT.id, "wrong") };
    for (const answer of [await signOut(), await revoke(), await signOut(wrong), await revoke(wrong)]) {
      expect([answer.status, answer.body?.error]).toEqual([401, "invalid_client"]);
    }
    expect(await lab.honours(access_token)).toBe(200);
    const right = { basic: encode(CLIENT.id, CLIENT.secret) };
    expect((await revoke(right)).status).toBe(200);
    expect(await lab.honours(access_token)).toBe(401);
    expect((await signOut(right)).status).toBe(204);
  });

  const bytes = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  test.each(["a+b/c==", "100%sure", "grüße", "%41bc", "a b:c&d=e", "🔑"])(
    "the secret %s is taken form-encoded (RFC 6749 §2.3.1), and no other",
    async (secret) => {
      const lab = await TestLab.create({ client: { id: "shop:web", secret } });
      await lab.settings({ clientAuth: true });
      const withBasic = async (basic: string) => {
        const answer = await lab.attemptLogin("grace@example.com", "nanosecond-wire", { basic });
        return answer.body?.error ?? answer.status;
      };
      const form = (text: string) => new URLSearchParams({ "": text }).toString().slice(1);
      expect(await withBasic(encode("shop:web", secret))).toBe(200);
      expect(await withBasic(btoa(`${form("shop:web")}:${form(secret)}`))).toBe(200);
      expect(await withBasic(encode("shop:web", `${secret}x`))).toBe("invalid_client");
      expect(await withBasic(encode("shop:web", encodeURIComponent(secret)))).toBe("invalid_client");
    },
  );

  test("a client that sends UTF-8 as it is (a curl -u) is understood, and broken bytes and escapes are no client", async () => {
    const lab = await TestLab.create({ client: { id: "web", secret: "grüße" } });
    await lab.settings({ clientAuth: true });
    const withBasic = async (basic: string) => {
      const answer = await lab.attemptLogin("grace@example.com", "nanosecond-wire", { basic });
      return answer.body?.error ?? answer.status;
    };
    expect(await withBasic(bytes("web:grüße"))).toBe(200);
    for (const pair of ["web:gr%C3%BC%C3%9F%", "web:gr%zz", "web:gr%FC%DFe", "web", ":", "web:"]) {
      expect([pair, await withBasic(btoa(pair))]).toEqual([pair, "invalid_client"]);
    }
    expect(await withBasic(btoa("web:gr\u00fc\u00dfe"))).toBe("invalid_client");
  });

  test("never shows the client's secret in the timeline", async () => {
    const lab = await TestLab.create();
    const basic = encode(CLIENT.id, CLIENT.secret);
    await lab.attemptLogin("grace@example.com", "nanosecond-wire", { basic });
    expect(JSON.stringify(await lab.events())).not.toContain(basic);
  });
});
