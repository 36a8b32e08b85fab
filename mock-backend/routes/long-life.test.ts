import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TestLab, testBackend } from "../fixtures/test-lab.ts";

/** More rotations than a family remembers tokens, twice over. */
const MOST = 500;
const backend = testBackend();

/** A sign-in and that many refreshes, oldest token first. */
async function rotated(rotations: number, settings: Record<string, unknown> = {}) {
  const lab = await TestLab.in(backend);
  await lab.settings(settings);
  const tokens = [await lab.login()];
  for (let count = 0; count < rotations; count += 1) {
    tokens.push(await lab.refresh(tokens.at(-1)?.refresh_token ?? ""));
  }
  return { lab, refreshTokens: tokens.map(({ refresh_token }) => refresh_token), last: tokens.at(-1) };
}

const run = fc
  .integer({ min: 1, max: MOST })
  .chain((rotations) => fc.record({ rotations: fc.constant(rotations), generation: fc.nat(rotations) }));
/** The cases that a random run might miss: nothing forgotten yet, the first forgotten, the very first of many. */
const examples: [{ rotations: number; generation: number }][] = [
  [{ rotations: 205, generation: 0 }],
  [{ rotations: 205, generation: 60 }],
  [{ rotations: MOST, generation: 0 }],
  [{ rotations: 199, generation: 0 }],
];

describe("a session of up to five hundred refreshes", () => {
  test("ends at a logout or a revocation with any refresh token that it ever had", async () => {
    await fc.assert(
      fc.asyncProperty(run, fc.boolean(), async ({ rotations, generation }, asForm) => {
        const { lab, refreshTokens, last } = await rotated(rotations);
        const token = refreshTokens[generation] ?? "";
        const answer = asForm
          ? await lab.call("POST", "/oauth/revoke", { form: { token } })
          : await lab.call("POST", "/v1/auth/logout", { json: { refresh_token: token } });
        expect(answer.status).toBe(asForm ? 200 : 204);
        expect((await lab.state()).families[0]?.reason).toBe("signed-out");
        expect(await lab.honours(last?.access_token ?? "")).toBe(401);
        expect((await lab.attemptRefresh(last?.refresh_token ?? "")).status).toBe(400);
      }),
      {
        numRuns: 7,
        examples: examples.map(([example], index) => [example, index % 2 === 1]),
      },
    );
  });

  test.each([0, 10])("ends at a replay of any spent token, with a grace of %i s, too", async (grace) => {
    await fc.assert(
      fc.asyncProperty(run, async ({ rotations, generation }) => {
        const { lab, refreshTokens, last } = await rotated(rotations, { grace });
        await lab.advance(11);
        const age = rotations - generation;
        const answer = await lab.attemptRefresh(refreshTokens[generation] ?? "");
        expect(answer.status).toBe(age === 0 ? 200 : 400);
        if (age === 0) return;
        expect(answer.body?.error).toBe("invalid_grant");
        expect((await lab.state()).families[0]?.reason).toBe("reused");
        expect((await lab.notes("family.revoked")).map(({ code }) => code)).toEqual(["reused"]);
        expect(await lab.honours(last?.access_token ?? "")).toBe(401);
      }),
      { numRuns: 6, examples },
    );
  });

  test("is what the app's events speak of, however old the token is that names it", async () => {
    const { lab, refreshTokens } = await rotated(205);
    const named = { holder: "browser", session: refreshTokens[0] };
    const event = { type: "note", from: "next", to: "next", name: "jwt.ran", outcome: "info" };
    await lab.call("POST", "/lab/events", {
      json: { ...event, holds: named, carries: { session: refreshTokens[0] } },
    });
    expect((await lab.events()).at(-1)?.tokens).toEqual([
      { kind: "session", generation: 1, family: 1, role: "carried" },
    ]);
    expect((await lab.state()).holders).toMatchObject({ browser: { session: 1 } });
  });
});
