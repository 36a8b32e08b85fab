import { beforeEach, expect, test, vi } from "vitest";
import type { MockBackend } from "./mock-backend";
import { Pace, type RefreshMargin } from "./pace";

vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }));

let now = 0;
beforeEach(() => {
  now = 0;
});

/** A token was issued at 0; every look at the clock takes a second. */
function paceOf(refreshMargin: RefreshMargin, patience = 1): Pace {
  const backend = {
    events: async () => [{ at: 0, tokens: [{ role: "issued", kind: "access", generation: 1, family: 1 }] }],
    now: async () => (now += 1_000),
  };
  return new Pace(backend as unknown as MockBackend, refreshMargin, patience);
}

test.each([
  [{ kind: "early", seconds: 30 }, 1, 33],
  [{ kind: "early", seconds: 29.6 }, 2, 36],
  [{ kind: "refused" }, 1, 3],
] as const)(
  "%j, patience %i: the token has expired %i seconds after its issue",
  async (refreshMargin, patience, lifetime) => {
    const pace = paceOf(refreshMargin, patience);
    expect(pace.settings.accessTtl).toBe(lifetime);
    expect(await pace.untilExpired()).toBe(true);
    expect(now / 1000, "the backend's leeway and the app's rounding come on top").toBeGreaterThanOrEqual(
      lifetime + 4,
    );
  },
);

test("nobody waits for minutes", async () => {
  expect(await paceOf({ kind: "early", seconds: 300 }).untilExpired()).toBe(false);
  expect(now).toBe(0);
});
