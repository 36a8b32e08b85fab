import { expect, it } from "vitest";
import type { CheckResult } from "@/lib/check/report";
import { junitXml } from "./junit";
import { passed } from "./sample-result";

const failed: CheckResult = {
  ...passed,
  check: "two-tabs",
  status: "fail",
  message: 'The user is signed out. Seen: "<a>" & \u0007more',
  expected: "the notes",
  timeline: [{ seq: 1, at: 960_000, from: "backend", to: "next", name: "400", outcome: "refused" }],
};
const error: CheckResult = { ...passed, status: "error", message: "It is gone." };
const skipped: CheckResult = { ...passed, status: "skipped", message: "It has no such lesson." };

const xmlOf = (...results: CheckResult[]) =>
  junitXml({
    ...{ version: 1, startedAt: "2026-01-02T03:04:05.000Z", durationMs: 1 },
    targets: [{ name: null, url: "https://a.example", problem: null, results }],
  });

it("counts each verdict, and has a case for each check", async () => {
  const xml = await xmlOf(passed, failed, error, skipped);
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="Silent Refresh">/);
  expect(xml).toContain('tests="4" failures="1" errors="1" skipped="1" time="4.936"');
  expect(xml.match(/<testcase /g)).toHaveLength(4);
  expect(xml).toContain(
    '<testcase classname="refresh-rotation" name="refresh-rotation/idle-return (yours, grace-0): back at an open tab" time="1.234"></testcase>',
  );
  expect(xml).toContain('<error message="It is gone.">');
  expect(xml).toContain('<skipped message="It has no such lesson."/>');
});

it("says of a failure what the terminal says, and nothing that breaks the XML", async () => {
  const xml = await xmlOf(failed);
  expect(xml).toContain('<failure message="The user is signed out. Seen: &quot;&lt;a&gt;&quot; &amp; more">');
  expect(xml).toContain(
    "  expected  the notes\n  read      https://a.example/lessons/refresh-rotation#run-it",
  );
  expect(xml).toContain("+16:00    backend → next      400  refused");
});
