import { expect, it } from "vitest";
import type { CheckResult } from "@/lib/check/report";
import { Progress } from "./progress";

const planned = {
  ...{ lesson: "refresh-rotation", check: "idle-return", title: "back at an open tab", section: "run-it" },
  ...{ variant: "yours", condition: "grace-0" },
};
const result: CheckResult = {
  ...planned,
  ...{ status: "pass", durationMs: 900, message: null, expected: null, timeline: [] },
  section: "https://a.example/lessons/refresh-rotation#run-it",
};

function run(terminal: { isTTY?: boolean; columns?: number }, who = ""): string {
  let written = "";
  const progress = new Progress(12, { ...terminal, write: (text) => (written += text) });
  progress.started(planned, who);
  progress.ended(result, who);
  progress.started(planned, who);
  progress.finish();
  return written;
}

it("prints a plain line for each check where nobody looks", () => {
  expect(run({})).toBe(" 1/12  pass    refresh-rotation/idle-return (yours, grace-0)  0.9 s\n");
  expect(run({}, "Ada\u001b[2J")).toMatch(/^ 1\/12 {2}Ada {2}pass/);
});

it("keeps to one line of a terminal, and leaves it empty", () => {
  const lines = run({ isTTY: true, columns: 24 }).split("\r\u001b[2K");
  expect(lines).toEqual(["", "0/12 refresh-rotation i", "1/12 refresh-rotation i", ""]);
});
