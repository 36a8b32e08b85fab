import { readFileSync } from "node:fs";
import path from "node:path";
import { html, raw } from "hono/html";
import type { Report, TargetReport } from "@/lib/check/report";
import { countOf, placeOf } from "../table";
import { timelineText } from "../timeline-text";
import { type Cell, classTable, firstFailure } from "./class-table";

type Html = ReturnType<typeof html>;

const styles = readFileSync(path.join(import.meta.dirname, "class-page.css"), "utf8");

/** Nothing is loaded and nothing runs, whatever a roster or a site managed to write into the page. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const marks = { pass: "✓", fail: "✗", error: "!", skipped: "–" } as const;
const words = { pass: "passes", fail: "fails", error: "no verdict", skipped: "not there" } as const;

/** The class as one page that opens from a file, without a network and without scripts. */
export async function classPage({ startedAt, targets }: Report): Promise<string> {
  const rows = classTable(targets);
  const students = targets.map((target) => labelOf(target, targets));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Class of ${targets.length}, ${startedAt.slice(0, 10)}</title>
<style>${raw(styles)}</style>
</head>
<body>
<main>
<h1>Class of ${targets.length}</h1>
<p class="quiet">Checked on ${startedAt.slice(0, 16).replace("T", " ")} UTC. What most got wrong comes first. ✓ passes, ✗ fails, ! has no verdict, – is not there. A mark opens its first failure.</p>
${
  rows.length === 0
    ? html`<p>Nobody could be checked.</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="Checks and students">
<table class="matrix">
<thead><tr><th scope="col">Check</th><th scope="col" class="count">Wrong</th>${students.map((student) => html`<th scope="col" class="student"><span>${student}</span></th>`)}</tr></thead>
<tbody>${rows.map(
        ({ lesson, check, title, failed, cells }, at) => html`
<tr><th scope="row">${title}<code>${lesson}/${check}</code></th><td class="count">${failed}</td>${cells.map((cell, student) => cellOf(cell, `f-${at}-${student}`, students[student] ?? ""))}</tr>`,
      )}
</tbody>
</table>
</div>`
}
<h2>Students</h2>
<ul class="students">${targets.map(studentOf)}</ul>
</main>
</body>
</html>
`;
  return String(await page);
}

/** Sites of the same name show their addresses. */
function labelOf({ name, url }: TargetReport, targets: readonly TargetReport[]): string {
  const isShared = targets.filter((target) => target.name === name).length > 1;
  return isShared && url !== "" ? `${name}, ${new URL(url).host}` : (name ?? "");
}

function cellOf(cell: Cell | null, id: string, student: string): Html {
  if (cell === null) return html`<td><span class="visually-hidden">not checked</span></td>`;
  const { status, first } = cell;
  const label = html`<span aria-hidden="true">${marks[status]}</span><span class="visually-hidden">${words[status]}</span>`;
  if (status === "pass") return html`<td class="pass">${label}</td>`;
  return html`<td class="${status}"><button type="button" popovertarget="${id}">${label}</button>
<div id="${id}" popover class="failure">
<p class="quiet">${student}, ${placeOf(first)}</p>
<p><strong>${first.title}</strong></p>
<dl>${field(status === "fail" ? "Seen" : "Because", first.message)}${field("Expected", first.expected)}</dl>
${status === "fail" ? html`<p>Read <a href="${first.section}">${first.section}</a></p>` : ""}
${first.timeline.length > 0 ? html`<pre tabindex="0">${timelineText(first.timeline).join("\n")}</pre>` : ""}
</div></td>`;
}

function field(name: string, text: string | null): Html | "" {
  return text === null ? "" : html`<dt>${name}</dt><dd>${text}</dd>`;
}

function studentOf(target: TargetReport): Html {
  const passed = countOf(target.results, "pass");
  const tally = target.problem === null ? `${passed} of ${target.results.length} pass` : "not checked";
  const first = firstFailure(target);
  return html`
<li><strong>${target.name}</strong> ${target.url === "" ? "" : html`<a href="${target.url}">${target.url}</a> `}<span class="quiet">${tally}</span>${first === "" ? "" : html`<p>${first}</p>`}</li>`;
}
