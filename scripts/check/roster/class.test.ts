import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { CheckResult, Status, TargetReport } from "@/lib/check/report";
import { classCsv } from "./class-csv";
import { classLines } from "./class-lines";
import { classPage } from "./class-page";
import { classTable } from "./class-table";

function result(check: string, status: Status, condition: string | null = null): CheckResult {
  const message = status === "pass" ? null : `${check} is ${status}`;
  return {
    ...{ lesson: "a-lesson", check, title: `the title of ${check}`, variant: "yours", condition, status },
    ...{
      durationMs: 1,
      message,
      expected: null,
      section: "https://a.example/lessons/a-lesson#here",
      timeline: [],
    },
  };
}

function student(name: string, results: CheckResult[], problem: string | null = null): TargetReport {
  return { name, url: "https://a.example", problem, results };
}

const ada = student("Ada", [result("one", "pass"), result("two", "pass", "x"), result("two", "fail", "y")]);
const grace = student("Grace", [
  result("one", "error"),
  result("two", "fail", "x"),
  result("two", "pass", "y"),
]);
const linus = student("line 4", [], "class.csv line 4 has no url");

const reportOf = (...targets: TargetReport[]) => ({
  ...{ version: 1 as const, startedAt: "2026-01-02T03:04:05.000Z", durationMs: 1, targets },
});

it("sorts by what most got wrong, and gives each student the worst of a check's conditions", () => {
  const rows = classTable([ada, grace, linus]);
  expect(rows.map(({ check, failed, errors }) => [check, failed, errors])).toEqual([
    ["two", 2, 0],
    ["one", 0, 1],
  ]);
  expect(rows[0]?.cells.map((cell) => cell?.first.condition)).toEqual(["y", "x", undefined]);
  expect(rows[1]?.cells.map((cell) => cell?.status)).toEqual(["pass", "error", undefined]);
});

it("prints a line for each student, and what most of them got wrong", () => {
  expect(classLines([ada, linus])).toEqual([
    "",
    "Ada     2 passed, 1 failed, 0 errors, 0 skipped",
    "        a-lesson/two: two is fail",
    "line 4  not checked",
    "        class.csv line 4 has no url",
    "",
    "Wrong most often:",
    "    1  a-lesson/two: the title of two",
  ]);
});

it("writes a table for a spreadsheet, in which no name becomes a formula", () => {
  const evil = student('=HYPERLINK("https://evil.example")', ada.results);
  const [head, first, second] = parse(classCsv([evil, linus]), { bom: true });
  expect(head).toEqual(["name", "url", "passed", "checked", "first failure", "a-lesson/two", "a-lesson/one"]);
  expect(first).toEqual([
    `'${evil.name}`,
    ...["https://a.example", "2", "3", "a-lesson/two: two is fail", "fail", "pass"],
  ]);
  expect(second).toEqual(["line 4", "https://a.example", "0", "0", linus.problem, "", ""]);
});

it("counts nothing as checked on a site that nobody reached", () => {
  const away = student("Grace", [result("one", "error")], "No site answers at http://localhost:9.");
  const [, line] = parse(classCsv([away]), { bom: true });
  expect(line?.slice(0, 4)).toEqual(["Grace", "https://a.example", "0", "0"]);
});

it("makes a page of one file, with the first failure behind each red cell", async () => {
  const page = await classPage(reportOf(ada, grace, linus));
  expect(page).toContain("two is fail");
  expect(page.match(/<div id="f-0-0" popover/g)).toHaveLength(1);
  expect(page.match(/popovertarget="f-0-1"/g)).toHaveLength(1);
  expect(page).toContain("class.csv line 4 has no url");
  expect(page, "nothing is loaded, and nothing runs").not.toMatch(
    /<(script|link|img|iframe)|url\(|@import|\son\w+=/,
  );
  expect(page).toContain("default-src &#39;none&#39;");
});

it("tells two of one name apart by their addresses", async () => {
  const other = { ...ada, url: "http://localhost:3001" };
  const page = await classPage(reportOf(ada, other, grace));
  expect(page).toContain("<span>Ada, a.example</span>");
  expect(page).toContain("<span>Ada, localhost:3001</span>");
  expect(page).toContain("<span>Grace</span>");
});

it("escapes what comes from a roster or a site", async () => {
  const html = '"><script>alert(1)</script>';
  const evil = student(
    html,
    [{ ...result("one", "fail"), message: html, title: html, expected: html }],
    html,
  );
  const page = await classPage(reportOf(evil));
  expect(page).not.toContain("<script");
  expect(page).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
});
