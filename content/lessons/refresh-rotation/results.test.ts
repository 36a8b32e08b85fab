import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runName } from "@/lib/lesson/results";
import { explain } from "./explain";
import meta from "./meta";
import { measuredResults, recordedRun } from "./runs";

const variants = meta.variants.filter(({ verdict }) => verdict !== "yours");
const runs = meta.checks.flatMap((check) =>
  variants.flatMap((variant) => meta.conditions.map(({ name }) => runName(check.id, variant.name, name))),
);

test("every scenario was measured on every variant under every grace window, and nothing else was", () => {
  expect(Object.keys(measuredResults()).sort()).toEqual([...runs].sort());
});

test("every cell of the table has its recording, and no recording is left over", () => {
  const folder = path.join(import.meta.dirname, "results", "timelines");
  expect(readdirSync(folder).sort()).toEqual(runs.map((name) => `${name}.json`).sort());
});

test.each(runs)("%s: the recording says what the table says, and can be told", (name) => {
  const { check, variant, condition, events, ...outcome } = recordedRun(name);
  expect(runName(check, variant, condition)).toBe(name);
  expect(outcome).toEqual(measuredResults()[name]);
  expect(explain(events)).toMatch(/\.$/);
});

test("a recording holds no secret: no token, no cookie, no password", () => {
  for (const name of runs) {
    expect(JSON.stringify(recordedRun(name))).not.toMatch(/eyJ|session-token|analytical-engine/);
  }
});
