import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { foreground } from "./child";
import { Refusal, run } from "./fail";
import { ROOT } from "./next";

const SCRIPT = path.join(ROOT, "scripts", "e2e.ts");
const SLUG = "refresh-rotation";
const RESULTS = path.join(ROOT, "content", "lessons", SLUG, "results");
const TIMELINES = path.join(RESULTS, "timelines");

const runSchema = z.looseObject({
  check: z.string(),
  variant: z.string(),
  condition: z.string(),
  passed: z.boolean(),
  because: z.string().optional(),
});

/**
 * `npm run record`: measures lesson 2 anew and writes its table and the timeline of every run. Checks whose verdict is
 * no longer the declared one still fail, after their run was kept.
 */
await run(async () => {
  const filters = process.argv.slice(2);
  if (filters.length === 0) rmSync(TIMELINES, { recursive: true, force: true });
  mkdirSync(TIMELINES, { recursive: true });
  const args = ["--import", "tsx", SCRIPT, `e2e/checks/${SLUG}.spec.ts`, ...filters];
  const code = await foreground({ file: process.execPath, args, env: { RECORD: "1" } });
  const files = readdirSync(TIMELINES).sort();
  if (files.length === 0) throw new Refusal("Nothing was measured: the table stays as it was.");
  const cells = files.map((file) => {
    const { passed, because } = runSchema.parse(JSON.parse(readFileSync(path.join(TIMELINES, file), "utf8")));
    const outcome = because === undefined ? { passed } : { passed, because };
    return `  ${JSON.stringify(path.basename(file, ".json"))}: ${JSON.stringify(outcome)}`;
  });
  writeFileSync(path.join(RESULTS, "table.json"), `{\n${cells.join(",\n")}\n}\n`);
  return code;
});
