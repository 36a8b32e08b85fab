import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { catalog } from "@/content/catalog";
import type { LessonMeta } from "@/lib/lesson/meta";
import { runsOf } from "@/lib/lesson/results";
import { foreground } from "./child";
import { Refusal, run } from "./fail";
import { ROOT } from "./next";

const SCRIPT = path.join(ROOT, "scripts", "e2e.ts");
const measured = catalog.map(({ meta }) => meta).filter(({ results }) => results !== undefined);

const runSchema = z.looseObject({ passed: z.boolean(), because: z.string().optional() });

/**
 * `npm run record -- --lesson <slug> [Playwright's filters]`: measures a lesson anew and writes its table and the
 * timeline of every run. Checks whose verdict is no longer the declared one still fail, after their run was kept. Until
 * a run is measured again, its last recording stands: the page that is tested shows it.
 */
await run(async () => {
  const { lesson, filters } = asked(process.argv.slice(2));
  const { slug } = lesson;
  const results = path.join(ROOT, "content", "lessons", slug, "results");
  const timelines = path.join(results, "timelines");
  mkdirSync(timelines, { recursive: true });
  const args = ["--import", "tsx", SCRIPT, `e2e/checks/${slug}.spec.ts`, ...filters];
  const code = await foreground({ file: process.execPath, args, env: { RECORD: "1" } });
  const runs = new Set(runsOf(lesson).map((name) => `${name}.json`));
  for (const file of readdirSync(timelines)) {
    if (!runs.has(file)) rmSync(path.join(timelines, file));
  }
  const files = readdirSync(timelines).sort();
  if (files.length === 0) throw new Refusal("Nothing was measured: the table stays as it was.");
  const cells = files.map((file) => {
    const { passed, because } = runSchema.parse(JSON.parse(readFileSync(path.join(timelines, file), "utf8")));
    const outcome = because === undefined ? { passed } : { passed, because };
    return `  ${JSON.stringify(path.basename(file, ".json"))}: ${JSON.stringify(outcome)}`;
  });
  writeFileSync(path.join(results, "table.json"), `{\n${cells.join(",\n")}\n}\n`);
  return code;
});

/** @throws Refusal when no lesson is named whose table is measured */
function asked([option, slug, ...filters]: string[]): { lesson: LessonMeta; filters: string[] } {
  const lesson = measured.find((meta) => meta.slug === slug);
  if (option === "--lesson" && lesson !== undefined) return { lesson, filters };
  const slugs = measured.map((meta) => meta.slug).join(" | ");
  throw new Refusal(`Which lesson? npm run record -- --lesson <${slugs}>`);
}
