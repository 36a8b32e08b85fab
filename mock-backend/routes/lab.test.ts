import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../domain/settings.ts";
import { cheapPasswords } from "../fixtures/cheap-passwords.ts";
import { request, TestLab, testBackend } from "../fixtures/test-lab.ts";
import { createMemoryStore, LAB_IDLE_MS } from "../store/memory/store.ts";

describe("X-Lab", () => {
  test("POST /lab makes a lab with an unguessable id", async () => {
    const backend = testBackend();
    const first = await request(backend, "POST", "/lab", {});
    const second = await request(backend, "POST", "/lab", {});
    expect(first.status).toBe(201);
    expect(first.body?.id).toMatch(/^[\w-]{32}$/);
    expect(first.body?.id).not.toBe(second.body?.id);
  });

  const codeOf = async (path: string, header: string | undefined, defaultLab: boolean) => {
    const headers: Record<string, string> = header === undefined ? {} : { "X-Lab": header };
    const answer = await request(testBackend({ defaultLab }), "GET", path, { headers });
    return [answer.status, answer.body?.error];
  };

  test.each(["/lab/state", "/v1/notes", "/.well-known/jwks.json"])(
    "%s without a lab is refused",
    async (path) => {
      expect(await codeOf(path, undefined, false)).toEqual([400, "lab_required"]);
    },
  );

  test("a malformed id is refused, an unknown one is 404", async () => {
    for (const id of ["default", "short", "../../etc/passwd-and-more", "x".repeat(65), "a b c d e f g h i"]) {
      expect(await codeOf("/lab/state", id, false)).toEqual([400, "invalid_lab"]);
    }
    expect(await codeOf("/lab/state", "x".repeat(32), false)).toEqual([404, "unknown_lab"]);
    expect(await codeOf("/v1/me", "x".repeat(32), false)).toEqual([404, "unknown_lab"]);
  });

  test("a lab that is gone says why: it was idle, it made room, or nothing is known of it", async () => {
    let realTime = 1_800_000_000_000;
    const { seedHashes: hashes } = cheapPasswords;
    const store = createMemoryStore({ hashes, maxLabs: 1, realNow: () => realTime });
    const backend = testBackend({ store });
    const displaced = await TestLab.in(backend);
    const idle = await TestLab.in(backend);
    realTime += LAB_IDLE_MS + 1;
    for (const [id, reason] of [
      [displaced.id, "made_room"],
      [idle.id, "idle"],
      ["x".repeat(32), "unknown"],
    ] as const) {
      for (const path of ["/lab/state", "/v1/me", "/.well-known/jwks.json"]) {
        const answer = await request(backend, "GET", path, { headers: { "X-Lab": id } });
        expect([path, answer.status, answer.body]).toEqual([
          path,
          404,
          { error: "unknown_lab", error_description: expect.any(String), reason },
        ]);
      }
    }
  });

  test("POST /lab is refused while all labs are in use, and says when to come again", async () => {
    const store = createMemoryStore({ hashes: cheapPasswords.seedHashes, maxLabs: 1 });
    const lab = await TestLab.in(testBackend({ store }));
    const { refresh_token } = await lab.login();
    const refused = await request(lab.backend, "POST", "/lab", {});
    expect([refused.status, refused.body?.error]).toEqual([503, "no_room"]);
    expect(refused.headers.get("Retry-After")).toBe("60");
    expect((await lab.attemptRefresh(refresh_token)).status).toBe(200);
    await lab.call("POST", "/v1/auth/logout", { json: { refresh_token } });
    expect((await request(lab.backend, "POST", "/lab", {})).status).toBe(201);
  });

  test("a backend of one's own has a lab named default: implied for the API, by name for the controls", async () => {
    expect(await codeOf("/v1/me", undefined, true)).toEqual([401, "missing_token"]);
    expect(await codeOf("/lab/state", undefined, true)).toEqual([400, "lab_required"]);
    expect(await codeOf("/lab/state", "default", true)).toEqual([200, undefined]);
  });

  test("many first calls at once make the lab default once", async () => {
    const backend = testBackend({ defaultLab: true });
    await Promise.all(Array.from({ length: 20 }, () => request(backend, "GET", "/v1/me", {})));
    expect(backend.store.size).toBe(1);
  });

  test("what one lab does changes nothing in another", async () => {
    const lab = await TestLab.create();
    const other = await TestLab.in(lab.backend);
    const untouched = async () => {
      const { clock, id, ...rest } = await other.state();
      return JSON.stringify([rest, clock.offset, id, await other.events()]);
    };
    const before = await untouched();
    const { access_token } = await lab.login("ada@example.com");
    await lab.settings({ accessTtl: 8, fault: "outage" });
    await lab.advance(100_000);
    await lab.call("DELETE", "/v1/notes/note-ada-1", { bearer: access_token });
    await lab.call("POST", "/lab/keys/rotate");
    await lab.call("POST", "/lab/reset");
    expect(await untouched()).toBe(before);
  });

  test("an unknown caller is refused", async () => {
    const lab = await TestLab.create();
    const answer = await lab.call("GET", "/v1/me", { headers: { "X-Lab-Actor": "backend" } });
    expect([answer.status, answer.body?.error]).toEqual([400, "invalid_actor"]);
  });
});

describe("PATCH /lab/settings", () => {
  const patch = (lab: TestLab, json: unknown) => lab.call("PATCH", "/lab/settings", { json });

  test("answers all settings, and changes those that are given", async () => {
    const lab = await TestLab.create();
    expect((await patch(lab, {})).body).toEqual(DEFAULT_SETTINGS);
    const answer = await patch(lab, { accessTtl: 8, fault: "slow-first", rotation: false });
    expect(answer.body).toEqual({ ...DEFAULT_SETTINGS, accessTtl: 8, fault: "slow-first", rotation: false });
    const [note] = await lab.notes("settings.changed");
    expect(note?.text).toBe(
      "Access tokens now live 8 seconds. Refresh tokens now work again and again: rotation is off. The backend now takes two seconds for its next answer.",
    );
    expect(note?.detail).toEqual({ settings: { accessTtl: 8, fault: "slow-first", rotation: false } });
  });

  test("says only what differs from before", async () => {
    const lab = await TestLab.create();
    await patch(lab, { ...DEFAULT_SETTINGS, grace: 10 });
    await patch(lab, { grace: 10 });
    const notes = await lab.notes("settings.changed");
    expect(notes.map(({ text }) => text)).toEqual([
      "The grace window is now 10 seconds.",
      "All settings are as before.",
    ]);
  });

  const lifetimes = ["accessTtl", "refreshIdleTtl", "refreshAbsoluteTtl"].flatMap(
    (name): [string, number, boolean][] => [
      [name, 0, false],
      [name, 1, true],
      [name, 90 * 86_400, true],
      [name, 90 * 86_400 + 1, false],
      [name, 1.5, false],
    ],
  );
  test.each<[string, unknown, boolean]>([
    ...lifetimes,
    ["grace", -1, false],
    ["grace", 0, true],
    ["grace", 60, true],
    ["grace", 61, false],
    ["latencyMs", -1, false],
    ["latencyMs", 0, true],
    ["latencyMs", 10_000, true],
    ["latencyMs", 10_001, false],
    ["rotation", "true", false],
    ["reuseDetection", 1, false],
    ["clientAuth", null, false],
    ["fault", "fire", false],
    ...[
      "none",
      "outage",
      "refresh-only",
      "api-only",
      "client-refused",
      "timeout",
      "lost-answer",
      "malformed",
      "slow-first",
    ].map((fault): [string, unknown, boolean] => ["fault", fault, true]),
    ["graceReply", "successor", true],
    ["graceReply", "none", true],
    ["graceReply", "409", false],
    ["accessTTL", 900, false],
    ["__proto__x", 1, false],
  ])("%s = %j is accepted: %s", async (name, value, accepted) => {
    const lab = await TestLab.create();
    const answer = await patch(lab, { [name]: value });
    expect(answer.status).toBe(accepted ? 200 : 400);
    if (!accepted) expect(answer.body).toMatchObject({ error: "invalid_settings", fields: [name] });
  });

  test("names every field that is wrong, and changes nothing", async () => {
    const lab = await TestLab.create();
    const answer = await patch(lab, { accessTtl: 0, grace: 99, rotation: false, latency: 5, colour: "red" });
    expect(answer.status).toBe(400);
    expect(answer.body?.fields).toEqual(["accessTtl", "grace", "latency", "colour"]);
    for (const name of ["accessTtl", "grace", "latency", "colour"]) {
      expect(answer.body?.error_description).toContain(name);
    }
    expect((await patch(lab, {})).body).toEqual(DEFAULT_SETTINGS);
  });

  test.each([[[]], ["text"], [null], [7]])("a body like %j is refused", async (json) => {
    const lab = await TestLab.create();
    expect((await patch(lab, json)).status).toBe(400);
  });
});

describe("POST /lab/clock", () => {
  const advance = (lab: TestLab, json: unknown) => lab.call("POST", "/lab/clock", { json });

  test("moves the lab's time forward, and GET reads it", async () => {
    const lab = await TestLab.create();
    const before = Date.now();
    expect((await advance(lab, { advance: 900 })).body?.offset).toBe(900);
    const { body } = await advance(lab, { advance: 0.5 });
    expect(body?.offset).toBe(900.5);
    expect(Number(body?.now)).toBeGreaterThanOrEqual(before + 900_500);
    expect((await lab.call("GET", "/lab/clock")).body?.offset).toBe(900.5);
    expect(await lab.notes("clock.advanced")).toHaveLength(2);
  });

  test.each([
    { advance: 0 },
    { advance: -1 },
    { advance: "60" },
    { advance: 1e12 },
    { advance: null },
    {},
    { advance: 1, x: 1 },
    [],
  ])("%j is refused and moves nothing", async (json) => {
    const lab = await TestLab.create();
    const answer = await advance(lab, json);
    expect([answer.status, answer.body?.error]).toEqual([400, "invalid_request"]);
    expect((await lab.state()).clock.offset).toBe(0);
  });

  test("stays within ten years, in as many steps as one likes", async () => {
    const lab = await TestLab.create();
    expect((await advance(lab, { advance: 300_000_000 })).status).toBe(200);
    expect((await advance(lab, { advance: 300_000_000 })).status).toBe(400);
    expect((await lab.state()).clock.offset).toBe(300_000_000);
  });
});

describe("POST /lab/reset", () => {
  test("seeds the lab anew and ends every session in it", async () => {
    const lab = await TestLab.create();
    const ada = await lab.login("ada@example.com");
    await lab.call("DELETE", "/v1/notes/note-ada-1", { bearer: ada.access_token });
    await lab.settings({ accessTtl: 5, clientAuth: true });
    await lab.advance(3);
    const { lastSeq } = (await lab.call("GET", "/lab/state")).body ?? {};
    const { status, body } = await lab.call("POST", "/lab/reset");
    expect(status).toBe(200);
    expect(body).toMatchObject({ settings: DEFAULT_SETTINGS, families: [], clock: { offset: 0 } });
    expect(JSON.stringify(body)).toContain("note-ada-1");
    expect(await lab.honours(ada.access_token)).toBe(401);
    expect((await lab.attemptRefresh(ada.refresh_token)).body?.error).toBe("invalid_grant");
    const events = await lab.events();
    expect(events.slice(0, 2).map(({ seq, name, code }) => [seq, name, code])).toEqual([
      [Number(lastSeq) + 1, "family.revoked", "reset"],
      [Number(lastSeq) + 2, "lab.reset", undefined],
    ]);
    await lab.login();
    expect((await lab.state()).families[0]?.refresh[0]?.generation).toBe(1);
  });
});
