import { expect, it } from "vitest";
import type { CheckResult } from "@/lib/check/report";
import { passed } from "./sample-result";
import { countLine, failureLines, progressLine, tableLines } from "./table";

const failed: CheckResult = {
  ...passed,
  check: "two-tabs",
  condition: "grace-10",
  status: "fail",
  message: "The user is signed out.",
  expected: "the notes",
  timeline: [
    { seq: 1, at: 0, from: "browser", to: "next", name: "GET /notes", outcome: "ok", tokens: "S1/1" },
    {
      seq: 2,
      at: 960_000,
      from: "backend",
      to: "next",
      name: "400",
      outcome: "refused",
      code: "invalid_grant",
    },
  ],
};

it("prints a block for each lesson and variant, a line for each check", () => {
  expect(tableLines([passed, failed])).toEqual([
    "",
    "refresh-rotation yours: 1 passed, 1 failed, 0 errors, 0 skipped",
    "  pass     idle-return  grace-0     1.2 s  back at an open tab",
    "  FAIL     two-tabs     grace-10    1.2 s  back at an open tab",
  ]);
});

it("says of a failure what was seen, expected, where to read, and what happened", () => {
  expect(failureLines([passed, failed])).toEqual([
    "",
    "FAIL  refresh-rotation/two-tabs (yours, grace-10): back at an open tab",
    "  seen      The user is signed out.",
    "  expected  the notes",
    "  read      https://a.example/lessons/refresh-rotation#run-it",
    "  timeline",
    "    +00:00    browser → next      GET /notes  S1/1",
    "    +16:00    backend → next      400  refused  invalid_grant",
  ]);
});

it("says once why several checks have no verdict", () => {
  const gone: CheckResult = {
    ...failed,
    status: "error",
    message: "It is gone.",
    expected: null,
    timeline: [],
  };
  const lines = failureLines([
    gone,
    failed,
    { ...gone, check: "other" },
    { ...gone, message: "It broke off." },
  ]);
  expect(lines.filter((line) => /^ERROR|because/.test(line))).toEqual([
    "ERROR  refresh-rotation/two-tabs (yours, grace-10): back at an open tab (and 1 more)",
    "  because   It is gone.",
    "ERROR  refresh-rotation/two-tabs (yours, grace-10): back at an open tab",
    "  because   It broke off.",
  ]);
});

it("shows the end of a long timeline, and says that it is the end", () => {
  const [event] = failed.timeline;
  const timeline = Array.from({ length: 30 }, () => event).filter((one) => one !== undefined);
  const lines = failureLines([{ ...failed, timeline }]);
  expect(lines).toContain("  timeline (the last 16 of 30)");
  expect(lines.filter((line) => line.includes("GET /notes"))).toHaveLength(16);
});

it("lets nothing that a site says steer the terminal", () => {
  const evil = { ...failed, message: "a\u001b[2Jb\rc\u0007\u202ed" };
  expect(failureLines([evil]).join("")).toContain("ab cd");
  expect(progressLine(passed)).toBe("pass    refresh-rotation/idle-return (yours, grace-0)  1.2 s");
  expect(countLine([])).toBe("0 passed, 0 failed, 0 errors, 0 skipped");
});
