import { expect, test, vi } from "vitest";
import type { BackendEvent, MockBackend } from "./mock-backend";
import { measureRefreshMargin, refreshMarginInWords } from "./refresh-margin";
import type { Visitor } from "./visitor";

// Time passes only where the fake app says so.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => {} }));

const READ_MS = 500;
const LEEWAY_MS = 2_000;

/** An app that is asked every half second, and decides about a refresh by the token's age and lifetime (in ms). */
function appThat(wantsRefresh: (age: number, lifetime: number) => boolean) {
  let now = 1_000_000;
  let events: BackendEvent[] = [];
  let lifetime = 0;
  let signIns = 0;
  const event = { seq: 1, outcome: "ok", tokens: [], type: "note", name: "" } as const;
  const issued = { kind: "access", generation: 1, family: 1, role: "issued" } as const;
  const backend = { now: async () => now, events: async () => events };
  const visitor = {
    context: { close: async () => {} },
    async readEverything() {
      now += READ_MS;
      const age = now - 1_000_000 - signIns * 100_000;
      if (!events.some(({ type }) => type === "request") && wantsRefresh(age, lifetime)) {
        events = [
          ...events,
          { ...event, tokens: [], at: now, type: "request", name: "POST /v1/auth/refresh" },
        ];
      }
    },
  };
  const measured = measureRefreshMargin(backend as unknown as MockBackend, async (accessTtl) => {
    signIns += 1;
    lifetime = accessTtl * 1_000;
    now = 1_000_000 + signIns * 100_000;
    events = [{ ...event, tokens: [issued], at: now }];
    return visitor as unknown as Visitor;
  });
  return measured.then((refreshMargin) => ({ refreshMargin, signIns }));
}

test.each([0, 3, 5, 10, 30, 45, 60, 90, 300])(
  "an app that refreshes %i s early is found out",
  async (early) => {
    const { refreshMargin, signIns } = await appThat((age, lifetime) => age >= lifetime - early * 1_000);
    expect(refreshMargin.kind).toBe("early");
    expect(refreshMargin.kind === "early" && refreshMargin.seconds).toBeCloseTo(early, 0);
    expect(signIns).toBeLessThan(10);
  },
);

test("so is one that waits until it is refused", async () => {
  const { refreshMargin } = await appThat((age, lifetime) => age > lifetime + LEEWAY_MS);
  expect(refreshMargin).toEqual({ kind: "refused" });
});

test("one that never refreshes, and one that always does", async () => {
  expect((await appThat(() => false)).refreshMargin).toEqual({ kind: "never" });
  expect((await appThat(() => true)).refreshMargin).toEqual({ kind: "always" });
});

test("a person reads it in words", () => {
  expect(refreshMarginInWords({ kind: "early", seconds: 0.3 })).toContain("when that has expired");
  expect(refreshMarginInWords({ kind: "early", seconds: 29.7 })).toContain("about 30 s before its end");
});
