import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSettings, type Family, type LabState } from "../schemas.ts";
import { stateAt } from "./state-at.ts";
import { tokenHolders } from "./token-holders.ts";

const none = { session: null, access: null, refresh: null };

type Lives = { accessEnds: number; idleEnds: number; absoluteEnds: number; revoked: boolean };

/** The state that the backend reports of a sign-in at a moment, by its own rules. */
function told({ accessEnds, idleEnds, absoluteEnds, revoked }: Lives, nowMs: number): LabState {
  const isOver = nowMs >= Math.min(idleEnds, absoluteEnds);
  const family: Family = {
    ordinal: 1,
    sid: "sid-1",
    userId: "user-ada",
    status: revoked ? "revoked" : isOver ? "expired" : "active",
    reason: revoked ? "signed-out" : null,
    absoluteExpiresAt: absoluteEnds,
    refresh: [
      { generation: 1, status: "spent", issuedAt: 0, idleExpiresAt: idleEnds, usedAt: 1, replacedBy: 2 },
      {
        generation: 2,
        status: revoked ? "revoked" : isOver ? "expired" : "current",
        issuedAt: 1,
        idleExpiresAt: Math.min(idleEnds, absoluteEnds),
        usedAt: null,
        replacedBy: null,
      },
    ],
    access: [
      {
        generation: 2,
        jti: "j",
        issuedAt: 1,
        expiresAt: accessEnds,
        status: revoked ? "revoked" : nowMs >= accessEnds ? "expired" : "live",
      },
    ],
  };
  return {
    id: "lab",
    clock: { now: 0, offset: 0 },
    settings: defaultSettings,
    users: [],
    notes: [],
    families: [family],
    keys: [],
    holders: { browser: { session: 1, access: 2, refresh: 2 }, next: none, attacker: none },
    firstSeq: 1,
    lastSeq: 1,
  };
}

const instant = fc.integer({ min: 2, max: 1_000 });
const lives = fc.record({
  accessEnds: instant,
  idleEnds: instant,
  absoluteEnds: instant,
  revoked: fc.boolean(),
});

test("the state that was told once is, at any later moment, what the backend would tell then", () => {
  const seen = { same: 0, changed: 0 };
  fc.assert(
    fc.property(lives, instant, instant, (of, one, other) => {
      const [before, later] = [Math.min(one, other), Math.max(one, other)];
      const now = stateAt(told(of, before), later);
      expect(now).toEqual(told(of, later));
      seen[JSON.stringify(now) === JSON.stringify(told(of, before)) ? "same" : "changed"] += 1;
    }),
    { numRuns: 2_000 },
  );
  expect(seen.same).toBeGreaterThan(100);
  expect(seen.changed).toBeGreaterThan(100);
});

test("tokens that end while nothing happens are held as expired, and honoured no more", () => {
  const state = told({ accessEnds: 100, idleEnds: 500, absoluteEnds: 900, revoked: false }, 10);
  const honoured = (nowMs: number) => tokenHolders(state, nowMs).places[2]?.held.map(({ kind }) => kind);
  expect(honoured(99)).toEqual(["access", "refresh"]);
  expect(honoured(100)).toEqual(["refresh"]);
  expect(tokenHolders(state, 100).agreement).toBe(
    "A2 is expired. The backend still honours R2, and a refresh with it brings the next one.",
  );
  expect(tokenHolders(state, 100).places[0]?.held).toContainEqual({
    kind: "access",
    generation: 2,
    status: "expired",
  });
  expect(honoured(500)).toEqual([]);
  expect(tokenHolders(state, 500).mismatch).toMatch(/its refresh token has expired/);
});
