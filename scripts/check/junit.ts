import { html, raw } from "hono/html";
import type { CheckResult, Report, Status } from "@/lib/check/report";
import { printable } from "./printable";
import { countOf, failureLines, placeOf } from "./table";

type Markup = ReturnType<typeof html>;

/**
 * The report in JUnit's XML, as CI servers read it: a suite for each site, and the terminal's words for each failure.
 * Playwright's own reporter knows only the assertion.
 */
export async function junitXml({ startedAt, targets }: Report): Promise<string> {
  const suites = targets.map(({ url, results }) => {
    const of = (status: Status) => countOf(results, status);
    return html`
<testsuite name="${url}" timestamp="${startedAt}" tests="${results.length}" failures="${of("fail")}" errors="${of("error")}" skipped="${of("skipped")}" time="${seconds(results)}">${results.map(testcase)}
</testsuite>`;
  });
  const xml = await html`<testsuites name="Silent Refresh">${suites}
</testsuites>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function testcase(result: CheckResult): Markup {
  return html`
<testcase classname="${result.lesson}" name="${placeOf(result)}: ${result.title}" time="${seconds([result])}">${verdict(result)}</testcase>`;
}

function verdict(result: CheckResult): Markup | "" {
  const message = printable(result.message ?? "");
  if (result.status === "pass") return "";
  if (result.status === "skipped") return html`<skipped message="${message}"/>`;
  const element = raw(result.status === "fail" ? "failure" : "error");
  return html`<${element} message="${message}">${failureLines([result]).join("\n")}</${element}>`;
}

function seconds(results: readonly CheckResult[]): string {
  return (results.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000).toFixed(3);
}
