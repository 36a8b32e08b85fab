import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { measuredResults, recordedRun, resultsFolder } from "@/lib/lesson/recorded";
import { runName, runsOf } from "@/lib/lesson/results";
import { catalog } from "./catalog";

const measured = catalog.filter(({ meta }) => meta.results !== undefined);

test("a lesson that keeps results declares what they say", () => {
  const kept = readdirSync(path.join(import.meta.dirname, "lessons"), { withFileTypes: true })
    .filter((lesson) => readdirSync(path.join(lesson.parentPath, lesson.name)).includes("results"))
    .map(({ name }) => name);
  expect(kept.sort()).toEqual(measured.map(({ meta }) => meta.slug).sort());
});

describe.each(measured)("$meta.slug", ({ meta, story }) => {
  const runs = runsOf(meta);

  test("every check was measured on every variant under every condition, and nothing else was", () => {
    expect(Object.keys(measuredResults(meta.slug)).sort()).toEqual([...runs].sort());
  });

  test("every cell of the table has its recording, and no recording is left over", () => {
    const files = readdirSync(path.join(resultsFolder(meta.slug), "timelines"));
    expect(files.sort()).toEqual(runs.map((name) => `${name}.json`).sort());
  });

  test("each recording says what the table says, and can be told", async () => {
    const told = await story?.();
    for (const name of runs) {
      const { check, variant, condition, events, ...outcome } = recordedRun(meta.slug, name);
      expect(runName(check, variant, condition)).toBe(name);
      expect(outcome, name).toEqual(measuredResults(meta.slug)[name]);
      if (told !== undefined) expect(told.explain(events), name).toMatch(/\.$/);
    }
  });

  test("a recording holds no secret: no token, no cookie, no password", () => {
    for (const name of runs) {
      const kept = JSON.stringify(recordedRun(meta.slug, name));
      expect(kept, name).not.toMatch(/eyJ|session-token|analytical-engine|nanosecond-wire|just-for-fun/);
    }
  });
});
