import type { CheckResult } from "@/lib/check/report";

/** A check that passed, for the tests of the reports. */
export const passed: CheckResult = {
  lesson: "refresh-rotation",
  check: "idle-return",
  title: "back at an open tab",
  variant: "yours",
  condition: "grace-0",
  status: "pass",
  durationMs: 1234,
  message: null,
  expected: null,
  section: "https://a.example/lessons/refresh-rotation#run-it",
  timeline: [],
};
