import fc from "fast-check";
import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { TestLab, testBackend } from "../fixtures/test-lab.ts";

/** What must be true of one family, written independently of the backend. Instants are seconds of lab time. */
interface ModelFamily {
  readonly tokens: string[];
  readonly absoluteExpiresAt: number;
  idleExpiresAt: number;
  /** When the newest token's predecessor was spent, and whether a grace window was open then. */
  rotatedAt: number;
  graceAtRotation: number;
  revoked: boolean;
  accessTokens: string[];
}

const TTL = { accessTtl: 40, refreshIdleTtl: 100, refreshAbsoluteTtl: 300 };

const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("login" as const) }) },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant("refresh" as const),
      family: fc.nat(3),
      // 0 is the newest token, 1 its predecessor, and so on.
      age: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(3) }),
    }),
  },
  // Two requests at once: the newest token is sent, and sent again.
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("race" as const), family: fc.nat(3), age: fc.constant(0) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("advance" as const), seconds: fc.integer({ min: 1, max: 90 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("logout" as const), family: fc.nat(3), age: fc.nat(2) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("grace" as const), seconds: fc.constantFrom(20, 60, 0) }),
  },
);

const backend = testBackend();
/** How often the sequences came to each: what was never played was never tested. */
const played = { rotated: 0, forgiven: 0, refused: 0 };

test("no sequence of logins, refreshes, replays, sign-outs and clock jumps breaks a family's rules", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const lab = await TestLab.in(backend);
      await lab.settings(TTL);
      const families: ModelFamily[] = [];
      // The model keeps clear of boundaries that real milliseconds could cross: it only advances whole seconds.
      let now = 0;
      let grace = 0;

      for (const action of steps) {
        if (action.kind === "advance") {
          await lab.advance(action.seconds);
          now += action.seconds;
        } else if (action.kind === "grace") {
          await lab.settings({ grace: action.seconds });
          grace = action.seconds;
        } else if (action.kind === "login") {
          const tokens = await lab.login();
          families.push({
            tokens: [tokens.refresh_token],
            absoluteExpiresAt: now + TTL.refreshAbsoluteTtl,
            idleExpiresAt: now + TTL.refreshIdleTtl,
            rotatedAt: now,
            graceAtRotation: 0,
            revoked: false,
            accessTokens: [tokens.access_token],
          });
        } else {
          const family = families[action.family % Math.max(families.length, 1)];
          const presented = family?.tokens.at(-1 - action.age) ?? family?.tokens[0];
          if (!family || presented === undefined) continue;
          if (action.kind === "logout") {
            await lab.call("POST", "/v1/auth/logout", { json: { refresh_token: presented } });
            family.revoked = true;
          } else {
            await refresh(lab, family, presented, { now, grace });
            if (action.kind === "race") await refresh(lab, family, presented, { now, grace });
          }
        }
        await agree(lab, families, now);
      }
    }),
    { numRuns: 60 },
  );
  for (const [what, times] of Object.entries(played)) expect(times, what).toBeGreaterThan(0);
});

async function refresh(
  lab: TestLab,
  family: ModelFamily,
  presented: string,
  { now, grace }: { now: number; grace: number },
): Promise<void> {
  const age = family.tokens.length - 1 - family.tokens.indexOf(presented);
  const dead = family.revoked || now >= family.absoluteExpiresAt;
  const idle = now >= family.idleExpiresAt;
  const window = Math.min(family.graceAtRotation, grace);
  const inGrace = age === 1 && now < family.rotatedAt + window;
  const answer = await lab.attemptRefresh(presented);

  if (!dead && !idle && age === 0) {
    played.rotated += 1;
    expect(answer.status).toBe(200);
    const successor = String(answer.body?.refresh_token);
    expect(family.tokens).not.toContain(successor);
    family.tokens.push(successor);
    family.idleExpiresAt = Math.min(now + TTL.refreshIdleTtl, family.absoluteExpiresAt);
    family.rotatedAt = now;
    family.graceAtRotation = grace;
    family.accessTokens.push(String(answer.body?.access_token));
    expect(answer.body?.refresh_expires_in).toBeLessThanOrEqual(family.absoluteExpiresAt - now);
  } else if (!dead && !idle && inGrace) {
    played.forgiven += 1;
    expect(answer.status).toBe(200);
    expect(answer.body?.refresh_token).toBe(family.tokens.at(-1));
    family.accessTokens.push(String(answer.body?.access_token));
  } else {
    played.refused += 1;
    expect([answer.status, answer.body?.error]).toEqual([400, "invalid_grant"]);
    expect(answer.text).not.toContain(presented);
    // Reuse is seen as long as the family could still be refreshed at all.
    if (!dead && age >= 1 && !inGrace) family.revoked = true;
  }
}

/** The backend's own account of the lab, against the model. */
async function agree(lab: TestLab, families: ModelFamily[], now: number): Promise<void> {
  const state = await lab.state();
  expect(state.families).toHaveLength(families.length);
  const generations = state.families.flatMap((family) => family.refresh.map((token) => token.generation));
  expect(new Set(generations).size).toBe(generations.length);
  for (const [index, model] of families.entries()) {
    const family = state.families[index];
    const live = family?.refresh.filter((token) => token.status === "current") ?? [];
    expect(live.length).toBeLessThanOrEqual(1);
    expect(family?.refresh).toHaveLength(model.tokens.length);
    expect(family?.reason !== null).toBe(model.revoked);
    for (const token of family?.refresh ?? []) {
      expect(token.idleExpiresAt).toBeLessThanOrEqual(family?.absoluteExpiresAt ?? 0);
    }
    const newest = model.accessTokens.at(-1) ?? "";
    const { exp = 0, iat = 0 } = decodeJwt(newest);
    expect(exp - iat).toBe(TTL.accessTtl);
    if (model.revoked) expect(await lab.honours(newest)).toBe(401);
    if (now >= model.absoluteExpiresAt) expect(live).toHaveLength(0);
  }
}
