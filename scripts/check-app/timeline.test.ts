import { expect, test } from "vitest";
import type { BackendEvent } from "./mock-backend";
import { timelineLine, timelineOf } from "./timeline";

const base: Pick<BackendEvent, "seq" | "outcome" | "tokens" | "detail"> = {
  seq: 1,
  outcome: "ok",
  tokens: [],
  detail: { request: { body: "a-refresh-token" } },
};

const events: BackendEvent[] = [
  { ...base, at: 0, type: "note", name: "lab.reset" },
  {
    ...base,
    at: 10_000,
    type: "request",
    name: "POST /v1/auth/refresh",
    tokens: [{ kind: "refresh", generation: 1, family: 1, role: "carried" }],
  },
  { ...base, at: 10_400, type: "note", name: "family.revoked", text: "Family F1 is revoked." },
  { ...base, at: 10_400, type: "response", name: "400", outcome: "refused", code: "reused" },
];

test("a line says when, who to whom, what and which tokens", () => {
  expect(timelineOf(events).map(timelineLine)).toEqual([
    "  0.0 s  app → backend  POST /v1/auth/refresh  R1/1",
    "  0.4 s  · Family F1 is revoked.",
    "  0.4 s  app ← backend  400 (reused)",
  ]);
});

test("it holds no token", () => {
  expect(JSON.stringify(timelineOf(events))).not.toContain("a-refresh-token");
});
