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
  it("is signed out without a sign-in, and over when the backend has ended it", () => {
    expect(sceneOf(state(), t0).phase).toBe("signed-out");
    expect(sceneOf(state(family({ status: "revoked" })), t0).phase).toBe("over");
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
    // One bar at least for each of the three kinds of tokens.
    expect(bars.length).toBeGreaterThanOrEqual(3);
    for (const { from, to } of bars) {
      expect(from).toBeGreaterThanOrEqual(-1e-9);
      expect(to).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(axis.map(({ label }) => label)).toEqual(["0", "11", "22", "33", "44 s"]);
  });
});

describe("over a long stay", () => {
  /** Access tokens of eight seconds, issued at these seconds. */
  const lived = (...issued: number[]) =>
    issued.map((second, at) => ({
      generation: at + 1,
      jti: String(at),
      issuedAt: seconds(second),
      expiresAt: seconds(second + 8),
      status: "live" as const,
    }));
  const lastLabel = (lab: LabState, nowMs: number) => sceneOf(lab, nowMs).drawn.axis.at(-1)?.label;

  it("the axis ends where it ended, and the present leaves the drawing", () => {
    const lab = state(family({ access: lived(0, 10, 20, 30) }));
    expect(lastLabel(lab, seconds(31))).toBe("44 s");
    for (const later of [60, 3600, 6 * 86_400]) {
      const { axis, now, bars } = sceneOf(lab, seconds(later)).drawn;
      expect(axis.at(-1)?.label).toBe("44 s");
      expect(now).toBeUndefined();
      expect(bars.filter(({ look }) => look === "left")).toEqual([]);
      expect(bars.findLast(({ look }) => look === "dead")?.to).toBe(1);
    }
  });

  it("a night between two tokens leaves the older ones out, so that the newest can be seen", () => {
    const lab = state(family({ access: lived(0, 10, 40_000) }));
    expect(lastLabel(lab, seconds(40_001))).toBe("40 s");
    expect(looks(lab, seconds(40_002))).not.toContain("access lived A2");
    expect(looks(lab, seconds(40_006))).toContain("access lived A3");
  });

  it("is over when nothing is left that could buy a new token", () => {
    const lab = state(family());
    expect(sceneOf(lab, seconds(7 * 86_400 - 1)).phase).toBe("dead");
    expect(sceneOf(lab, seconds(7 * 86_400)).phase).toBe("over");
    expect(sceneOf(state(family({ absoluteExpiresAt: seconds(60) })), seconds(60)).phase).toBe("over");
  });

  it("no two pieces of the drawing go by one name", () => {
    const lab = state(family({ access: lived(0, 10, 20, 30) }));
    for (const later of [5, 12, 29, 35, 60]) {
      const names = sceneOf(lab, seconds(later)).drawn.bars.map(({ token, look }) => `${token} ${look}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

it("knows whether the last refresh brought a refresh token, and who carries the access token", () => {
  const [first] = family().access;
  const lab = state(family());
  expect(sceneOf(lab, t0)).toMatchObject({ rotated: true, inCookie: false });
  lab.holders.browser = { session: 1, access: 1, refresh: 1 };
  expect(sceneOf(lab, t0).inCookie).toBe(true);
  const later = first
    ? [first, { ...first, generation: 2, issuedAt: seconds(9), expiresAt: seconds(17) }]
    : [];
  expect(sceneOf(state(family({ access: later })), seconds(9)).rotated).toBe(false);
});
