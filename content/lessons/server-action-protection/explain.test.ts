import { expect, test } from "vitest";
import type { LabEvent } from "@/lib/lab/schemas";
import { explain } from "./explain";

type Told = [name: string, code?: string];

function events(...told: Told[]): LabEvent[] {
  return told.map(([name, code], index) => ({
    seq: index + 1,
    at: 0,
    from: "next",
    to: "next",
    outcome: "info",
    tokens: [],
    type: name.includes(" ") ? "request" : "note",
    name,
    ...(code !== undefined && { code }),
  }));
}

const deletion: Told = ["action.called", "deleteNote"];

test("calls are told in order, with how each ended", () => {
  const role: Told = ["action.called", "setRole"];
  const run = events(deletion, ["action.refused", "session"], role, ["action.passed", "setRole"]);
  expect(explain(run)).toBe("deleteNote was refused at the step session. setRole went through.");
});

test("the same ending is told once, with how often", () => {
  const refused: Told = ["action.refused", "input"];
  expect(explain(events(deletion, refused, deletion, refused))).toBe(
    "deleteNote was refused at the step input, twice.",
  );
  expect(explain(events(deletion, ["action.refused", "threw"]))).toBe(
    "deleteNote threw, and Next answered 500.",
  );
});

test("where no action was called, it says who answered", () => {
  expect(explain(events(["POST /notes"]))).toMatch(/^No action ran: Next, or the proxy/);
  expect(explain(events(["DELETE /api/notes/note-grace-1"]))).toMatch(/the Route Handler answered/);
});
