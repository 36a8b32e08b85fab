import { expect, test } from "vitest";
import { recordedRunSchema } from "./results";

const run = { check: "c", variant: "v", condition: "grace-0", passed: true };
const event = { seq: 1, at: 0, type: "note", from: "next", to: "next", name: "jwt.ran", outcome: "ok" };

test("a recorded event's tokens are read from their shorthand", () => {
  const { events } = recordedRunSchema.parse({ ...run, events: [{ ...event, tokens: "S1/1 R12/3+" }] });
  expect(events[0]?.tokens).toEqual([
    { kind: "session", generation: 1, family: 1, role: "carried" },
    { kind: "refresh", generation: 12, family: 3, role: "issued" },
  ]);
});

test("an event without tokens has none", () => {
  expect(recordedRunSchema.parse({ ...run, events: [event] }).events[0]?.tokens).toEqual([]);
});

test.each(["R1", "X1/1", "R1/1,A1/1"])("the shorthand %s is refused", (tokens) => {
  expect(recordedRunSchema.safeParse({ ...run, events: [{ ...event, tokens }] }).success).toBe(false);
});

test("a run that did not survive says why", () => {
  expect(recordedRunSchema.safeParse({ ...run, passed: false, events: [] }).success).toBe(false);
});
