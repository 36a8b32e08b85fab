import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { foreground } from "./child";
import { run } from "./fail";
import { proofLessons } from "./prove/lessons";
import { everydayVariants } from "./prove/own-variants";
import { PLAN_FILE, type Plan } from "./prove/plan";
import { script } from "./run-steps";

/**
 * The browser tests of `npm test`: the site's, and every lesson's checks on what holds and on the usual recipe. What
 * starts a site of its own or measures a table is a proof, and belongs to `npm run prove`.
 */
await run(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "silent-refresh-everyday-"));
  try {
    const file = path.join(folder, "plan.json");
    const plan: Plan = { variants: everydayVariants(await proofLessons()), additions: [] };
    writeFileSync(file, JSON.stringify(plan));
    const command = script("e2e.ts", "--project=checks", "--project=site", ...process.argv.slice(2));
    return await foreground({ ...command, env: { [PLAN_FILE]: file } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
