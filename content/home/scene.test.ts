import { describe, expect, it } from "vitest";
import { defaultSettings, type Family, type LabState } from "@/lib/lab/schemas";
import { sceneOf } from "./scene.ts";

const t0 = 1_700_000_000_000;
const seconds = (count: number) => t0 + count * 1000;
const none = { session: null, access: null, refresh: null };

function family(parts: Partial<Family> = {}): Family {
  return {
    ordinal: 1,
    sid: "sid",
    userId: "ada",
    status: "active",
    reason: null,
    absoluteExpiresAt: seconds(30 * 86_400),
    access: [{ generation: 1, jti: "a", issuedAt: t0, expiresAt: seconds(8), status: "live" }],
    refresh: [
      {
        generation: 1,
        status: "current",
        issuedAt: t0 + 400,
        idleExpiresAt: seconds(7 * 86_400),
        usedAt: null,
        replacedBy: null,
      },
    ],
    ...parts,
  };
}

function state(...families: Family[]): LabState {
  return {
    id: "lab",
    clock: { now: t0, offset: 0 },
    settings: defaultSettings,
    users: [],
    notes: [],
    families,
    keys: [],
    holders: { browser: { ...none, session: families.at(-1)?.ordinal ?? null }, next: none, attacker: none },
    firstSeq: 1,
    lastSeq: 1,
  };
}

const looks = (lab: LabState, nowMs: number) =>
  sceneOf(lab, nowMs).drawn.bars.map(({ kind, look, label }) => `${kind} ${look} ${label}`.trim());

describe("the miniature's scene", () => {
  it("is signed out without a sign-in, and when the backend has ended it", () => {
    expect(sceneOf(state(), t0).phase).toBe("signed-out");
    expect(sceneOf(state(family({ status: "revoked" })), t0).phase).toBe("signed-out");
  });

  it("is signed out when the browser holds another sign-in's cookie, or none", () => {
    const lab = state(family());
    lab.holders.browser = none;
    expect(sceneOf(lab, t0).phase).toBe("signed-out");
  });

  it("is alive until the token's last second is over, and dead from then on", () => {
    const lab = state(family());
    expect(sceneOf(lab, seconds(7.9))).toMatchObject({ phase: "alive", leftSeconds: 1, lifeSeconds: 8 });
    expect(sceneOf(lab, seconds(8))).toMatchObject({ phase: "dead", leftSeconds: 0 });
  });

  it("draws what was lived, what is left, and the time without a good token", () => {
    expect(looks(state(family()), seconds(5))).toContain("access left");
    expect(looks(state(family()), seconds(5))).not.toContain("access dead");
    expect(looks(state(family()), seconds(10))).toContain("access dead");
    expect(looks(state(family()), seconds(10))).not.toContain("access left");
  });

  it("starts both tokens of a pair at the same moment, though `iat` has no fractions", () => {
    const { bars } = sceneOf(state(family()), seconds(5)).drawn;
    const starts = bars.filter(({ look }) => look === "lived").map(({ from }) => from);
    expect(starts).toEqual([0, 0, 0]);
  });

  it("names a token where there is room for its name", () => {
    expect(looks(state(family()), t0 + 1400)).toContain("access left A1");
    expect(looks(state(family()), seconds(6))).toContain("access lived A1");
  });

  it("marks each refresh, and keeps everything within the drawing", () => {
    const access = [0, 10, 20, 30, 40].map((second, at) => ({
      generation: at + 1,
      jti: String(at),
      issuedAt: seconds(second),
      expiresAt: seconds(second + 8),
      status: second === 40 ? ("live" as const) : ("expired" as const),
    }));
    const { seams, bars, axis } = sceneOf(state(family({ access })), seconds(44)).drawn;
    expect(seams.map(({ label }) => label)).toEqual(["silent refresh", "and again", "and again"]);
    // Three kinds of tokens, and something of each is drawn.
    expect(bars.length).toBeGreaterThanOrEqual(3);
    for (const { from, to } of bars) {
      expect(from).toBeGreaterThanOrEqual(-1e-9);
      expect(to).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(axis.map(({ label }) => label)).toEqual(["0", "11", "22", "33", "44 s"]);
  });
});
