import path from "node:path";
import { catalog } from "@/content/catalog";
import { help } from "./check/help";
import { listLines } from "./check/list";
import { type Options, readOptions } from "./check/options";
import { makePlan } from "./check/plan";
import { assertFile } from "./check/write-report";
import { run } from "./fail";
import { ROOT } from "./next";

/** `npm run check -- [flags]`: the lessons' checks as a teacher or a learner runs them. */
await run(async () => {
  const options = inFolderOf(process.env.INIT_CWD ?? process.cwd(), readOptions(process.argv.slice(2)));
  if (options.help) return print([help]);
  const lessons = catalog.map(({ meta }) => meta);
  const plan = makePlan(lessons, options);
  if (options.list) return print(listLines(plan, lessons));
  assertFile("--json", options.json);
  assertFile("--junit", options.junit);
  assertFile("--csv", options.csv);
  process.chdir(ROOT);
  // Only now, because a browser is slow to load, and a list must not wait for it.
  if (options.roster !== null) {
    const { checkRoster } = await import("./check/roster/check-roster");
    return checkRoster(options, options.roster, plan, lessons);
  }
  const { checkOne } = await import("./check/check-one");
  return checkOne(options, plan, lessons);
});

function print(lines: readonly string[]): number {
  console.log(lines.join("\n"));
  return 0;
}

/** File names mean the folder that the command was called in, and npm runs it in another. */
function inFolderOf(folder: string, options: Options): Options {
  const whole = (file: string | null) => (file === null ? null : path.resolve(folder, file));
  const { roster, json, junit, html, csv } = options;
  return {
    ...options,
    roster: whole(roster),
    json: whole(json),
    junit: whole(junit),
    html: whole(html),
    csv: whole(csv),
  };
}
