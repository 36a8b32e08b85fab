import { expect, test } from "vitest";
import type { BackendEvent } from "./mock-backend";
import { timelineLines } from "./timeline";

const base: Pick<BackendEvent, "seq" | "outcome" | "tokens" | "detail"> = {
  seq: 1,
  outcome: "ok",
  tokens: [],
  detail: undefined,
};
const refresh1 = { kind: "refresh", generation: 1, family: 1, role: "carried" } as const;

test("a line says when, who to whom, what and which tokens, and holds no token", () => {
  const events: BackendEvent[] = [
    { ...base, at: 0, type: "note", name: "lab.reset" },
    { ...base, at: 10_000, type: "request", name: "POST /v1/auth/refresh", tokens: [refresh1] },
    { ...base, at: 10_400, type: "note", name: "family.revoked", text: "Family F1 is revoked." },
    { ...base, at: 10_400, type: "response", name: "400", outcome: "refused", code: "reused" },
  ];
  expect(timelineLines(events)).toEqual([
    "  0.0 s  app → backend  POST /v1/auth/refresh  R1",
    "  0.4 s  · Family F1 is revoked.",
    "  0.4 s  app ← backend  400 (reused)",
  ]);
});
