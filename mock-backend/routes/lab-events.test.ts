import { describe, expect, test } from "vitest";
import { MAX_EVENTS } from "../domain/event.ts";
import { TestLab } from "../fixtures/test-lab.ts";

const event = (more: Record<string, unknown> = {}) => ({
  type: "note",
  from: "next",
  to: "next",
  name: "jwt.ran",
  outcome: "info",
  ...more,
});
const add = (lab: TestLab, json: unknown) => lab.call("POST", "/lab/events", { json });
const page = (lab: TestLab, query = "") =>
  lab.call("GET", `/lab/events${query}`, { headers: { Accept: "application/json" } });

describe("what the backend records", () => {
  test("a call is a request and a response of one exchange, from and to its caller", async () => {
    const lab = await TestLab.create();
    const { access_token } = await lab.login();
    const { length } = await lab.events();
    await lab.call("GET", "/v1/notes", { bearer: access_token, headers: { "X-Lab-Actor": "next" } });
    const [request, response] = await lab.events(length);
    expect(request).toMatchObject({
      type: "request",
      from: "next",
      to: "backend",
      name: "GET /v1/notes",
      outcome: "info",
      tokens: [{ kind: "access", generation: 1, family: 1, role: "carried" }],
      detail: {
        request: { method: "GET", path: "/v1/notes", headers: { authorization: `Bearer ${access_token}` } },
      },
    });
    expect(response).toMatchObject({
      type: "response",
      from: "backend",
      to: "next",
      name: "200",
      outcome: "ok",
      exchange: request?.exchange,
      detail: { response: { status: 200, body: expect.stringContaining("note-grace-1") } },
    });
  });

  test("numbers are without gaps, generations are per kind and across families", async () => {
    const lab = await TestLab.create();
    await lab.refresh((await lab.login()).refresh_token);
    await lab.login();
    const events = await lab.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const issued = events.filter(({ type }) => type === "response").flatMap(({ tokens }) => tokens);
    expect(issued.map(({ kind, generation, family }) => `${kind} ${generation} F${family}`)).toEqual([
      "access 1 F1",
      "refresh 1 F1",
      "access 2 F1",
      "refresh 2 F1",
      "access 3 F2",
      "refresh 3 F2",
    ]);
  });

  test("a refusal carries the true reason, a forged token carries no generation", async () => {
    const lab = await TestLab.create();
    const { access_token } = await lab.login();
    await lab.call("GET", "/v1/me", { bearer: `${access_token.slice(0, -2)}AA` });
    const [request, response] = (await lab.events()).slice(-2);
    expect(request?.tokens).toEqual([]);
    expect(response).toMatchObject({ name: "401", outcome: "refused", code: "bad-signature" });
  });

  test("no control call is recorded, only what it changes", async () => {
    const lab = await TestLab.create();
    await lab.state();
    await lab.advance(1);
    await lab.call("POST", "/lab/keys/rotate");
    expect((await lab.events()).map(({ name }) => name)).toEqual([
      "lab.created",
      "clock.advanced",
      "key.rotated",
    ]);
  });

  test("texts are cut, so that an event stays small", async () => {
    const lab = await TestLab.create();
    await lab.attemptRefresh("x".repeat(4096));
    await lab.call("POST", "/v1/notes", { raw: { type: "text/plain", body: "y".repeat(16_000) } });
    const longest = Math.max(...(await lab.events()).map((recorded) => JSON.stringify(recorded).length));
    expect(longest).toBeLessThan(6_000);
  });
});

describe("GET /lab/events as JSON", () => {
  test(`keeps ${MAX_EVENTS} events, the newest, and numbers on`, async () => {
    const lab = await TestLab.create();
    for (let batch = 0; batch < 12; batch += 1)
      await add(
        lab,
        Array.from({ length: 50 }, () => event()),
      );
    const { body } = await page(lab);
    expect(body).toMatchObject({ firstSeq: 102, lastSeq: 601 });
    expect(body?.events).toHaveLength(MAX_EVENTS);
  });

  test("keeps a megabyte of them: of heavier ones there are fewer", async () => {
    const lab = await TestLab.create();
    const heavy = event({ detail: { text: "x".repeat(4000) } });
    for (let batch = 0; batch < 120; batch += 1) await add(lab, [heavy, heavy, heavy]);
    const { body, text } = await page(lab);
    expect(body?.lastSeq).toBe(361);
    expect(Number(body?.firstSeq)).toBeGreaterThan(100);
    expect(text.length).toBeLessThanOrEqual(1024 * 1024);
    expect(text.length).toBeGreaterThan(1000 * 1024);
  });

  test("pages by after and limit", async () => {
    const lab = await TestLab.create();
    await add(
      lab,
      Array.from({ length: 9 }, () => event()),
    );
    expect((await page(lab, "?after=3&limit=2")).body).toMatchObject({
      events: [{ seq: 4 }, { seq: 5 }],
      firstSeq: 1,
      lastSeq: 10,
    });
    expect((await page(lab, "?after=10")).body?.events).toEqual([]);
    expect((await page(lab, "?after=99")).body?.events).toEqual([]);
  });

  test.each(["?after=-1", "?after=x", "?after=1.5", "?limit=0", "?limit=501"])(
    "refuses %s",
    async (query) => {
      const lab = await TestLab.create();
      const answer = await page(lab, query);
      expect([answer.status, answer.body?.error]).toEqual([400, "invalid_request"]);
    },
  );
});

describe("POST /lab/events", () => {
  test("appends one or many, in order, and answers the last number", async () => {
    const lab = await TestLab.create();
    expect((await add(lab, event({ text: "one" }))).body).toEqual({ seq: 2 });
    const answer = await add(lab, [
      event({ text: "two", code: "c", exchange: "x-1" }),
      event({ text: "three" }),
    ]);
    expect([answer.status, answer.body]).toEqual([201, { seq: 4 }]);
    const events = await lab.events(1);
    expect(events.map(({ text }) => text)).toEqual(["one", "two", "three"]);
    expect(events[1]).toMatchObject({ code: "c", exchange: "x-1", type: "note", tokens: [] });
  });

  test("resolves what an event carries to generations; a session is numbered like its family", async () => {
    const lab = await TestLab.create();
    await lab.login();
    const tokens = await lab.login();
    const carries = { accessToken: tokens.access_token, refreshToken: tokens.refresh_token, session: true };
    await add(lab, event({ carries }));
    const recorded = (await lab.events()).at(-1);
    expect(recorded?.tokens).toEqual([
      { kind: "session", generation: 2, family: 2, role: "carried" },
      { kind: "access", generation: 2, family: 2, role: "carried" },
      { kind: "refresh", generation: 2, family: 2, role: "carried" },
    ]);
    expect(JSON.stringify(recorded)).not.toContain(tokens.refresh_token);
    await add(lab, event({ carries: { accessToken: "unknown", refreshToken: null, session: true } }));
    expect((await lab.events()).at(-1)?.tokens).toEqual([]);
  });

  test("keeps who holds what, field by field, and never the token", async () => {
    const lab = await TestLab.create();
    const first = await lab.login();
    const holders = async () => (await lab.call("GET", "/lab/state")).body?.holders;
    const none = { session: null, access: null, refresh: null };
    expect(await holders()).toEqual({ browser: none, next: none, attacker: none });
    const held = { accessToken: first.access_token, refreshToken: first.refresh_token, session: true };
    await add(lab, event({ holds: { holder: "browser", ...held } }));
    const second = await lab.refresh(first.refresh_token);
    await add(lab, event({ holds: { holder: "next", refreshToken: second.refresh_token } }));
    expect(await holders()).toEqual({
      browser: { session: 1, access: 1, refresh: 1 },
      next: { session: null, access: null, refresh: 2 },
      attacker: none,
    });
    // A store that has forgotten its tokens: the cookie is still the one that was there.
    await add(lab, event({ holds: { holder: "browser", session: true } }));
    expect(await holders()).toMatchObject({ browser: { session: 1 } });
    await add(lab, event({ holds: { holder: "browser", accessToken: null, session: false } }));
    await add(lab, event({ holds: { holder: "next", refreshToken: "unknown" } }));
    expect(await holders()).toMatchObject({
      browser: { session: null, access: null, refresh: 1 },
      next: none,
    });
    expect((await lab.call("GET", "/lab/state")).text).not.toContain(second.refresh_token);
  });

  test("an attacker holds what an attacker was given", async () => {
    const lab = await TestLab.create();
    const { refresh_token } = await lab.login();
    await lab.attemptRefresh(refresh_token, { headers: { "X-Lab-Actor": "attacker" } });
    expect((await lab.call("GET", "/lab/state")).body?.holders).toMatchObject({
      attacker: { access: 2, refresh: 2 },
      next: { access: null },
    });
  });

  test("cuts long texts in detail, at any depth", async () => {
    const lab = await TestLab.create();
    await add(
      lab,
      event({ detail: { cookie: { value: "x".repeat(5_000) }, list: ["y".repeat(5_000)], n: 1 } }),
    );
    const recorded = (await lab.events()).at(-1)?.detail;
    expect(JSON.stringify(recorded).length).toBeLessThan(8_400);
    expect(recorded?.n).toBe(1);
  });

  test("keeps a detail that its form makes too heavy as a sentence that says so", async () => {
    const lab = await TestLab.create();
    const list = Array.from({ length: 5000 }, () => []);
    expect((await add(lab, event({ text: "as it was", detail: { list } }))).status).toBe(201);
    expect((await lab.events()).at(-1)).toMatchObject({
      text: "as it was",
      detail: { cut: "cut: 15 KB; an event is kept with 8 KB at most" },
    });
  });

  test("survives detail nested deeper than anybody needs", async () => {
    const lab = await TestLab.create();
    const body = `${JSON.stringify(event()).slice(0, -1)},"detail":{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}}`;
    const answer = await lab.call("POST", "/lab/events", { raw: { type: "application/json", body } });
    expect(answer.status).toBe(201);
  });

  test.each([
    event({ type: "arrow" }),
    event({ from: "moon" }),
    event({ name: "" }),
    event({ name: "x".repeat(201) }),
    event({ outcome: "maybe" }),
    event({ seq: 7 }),
    event({ tokens: [] }),
    event({ detail: "text" }),
    event({ holds: { holder: "backend" } }),
    event({ carries: { password: "x" } }),
    [event(), event({ type: "arrow" })],
    Array.from({ length: 51 }, () => event()),
    null,
  ])("refuses %j and appends nothing", async (json) => {
    const lab = await TestLab.create();
    const answer = await add(lab, json);
    expect([answer.status, answer.body?.error]).toEqual([400, "invalid_request"]);
    expect(await lab.events()).toHaveLength(1);
  });
});
