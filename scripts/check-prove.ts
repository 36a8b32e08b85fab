import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBrowser } from "./browser";
import { foreground } from "./child";
import { ensureBuild } from "./ensure-build";
import { Refusal, run } from "./fail";
import { ROOT } from "./next";
import { PLAYWRIGHT } from "./playwright";
import { type MutatedBackend, survivorsOfUnitTests, writeBackends } from "./prove/backends";
import { type ProofLesson, proofLessons } from "./prove/lessons";
import { MEASURED_FILE, type Measured, readMeasured } from "./prove/measured";
import { ownVariants, unmeasured } from "./prove/own-variants";
import { PLAN_FILE, type Plan, planRuns } from "./prove/plan";
import { SITE, writeProofSite } from "./prove/proof-site";
import { publish } from "./prove/publish";
import { withProofSites } from "./prove/servers";

/**
 * `npm run check:prove -- [--lesson <slug>] [how Playwright runs: --workers=1]`: shows that the checks can be trusted.
 * Every starter fails, every solution passes, every check is red on something that is wrong and green on what is right,
 * and every mutant is killed. What was measured is published on `/instructors`, and a committed table that says
 * otherwise is an error. With `--lesson`, of one lesson.
 */
await run(async () => {
  process.chdir(ROOT);
  const all = await proofLessons();
  const { lessons, forPlaywright } = asked(process.argv.slice(2), all);
  const folder = mkdtempSync(path.join(tmpdir(), "silent-refresh-proof-"));
  try {
    const backends = writeBackends(lessons);
    writeProofSite(all);
    const failed = await ensureBuild(SITE);
    if (failed) return failed;
    const measured = await measure(lessons, all, backends, folder, forPlaywright);
    if (typeof measured === "number") return measured;
    const survivors = await survivorsOfUnitTests(backends);
    return publish(lessons, measured, survivors, lessons.length === all.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** @throws Refusal for a lesson that has no checks */
function asked([option, slug, ...rest]: string[], all: ProofLesson[]) {
  if (option !== "--lesson") return { lessons: all, forPlaywright: process.argv.slice(2) };
  const lessons = all.filter(({ meta }) => meta.slug === slug);
  if (lessons.length > 0) return { lessons, forPlaywright: rest };
  const slugs = all.map(({ meta }) => meta.slug).join(" | ");
  throw new Refusal(`Which lesson? npm run prove -- --lesson <${slugs}>`);
}

/**
 * Runs every check on every variant, solution and mutant, in the site that has all of them. What `npm test` has measured
 * a moment ago of the lessons' own variants is not measured again.
 *
 * @returns what was measured, or the exit code of a run with failures
 */
async function measure(
  lessons: readonly ProofLesson[],
  all: readonly ProofLesson[],
  backends: readonly MutatedBackend[],
  folder: string,
  forPlaywright: string[],
): Promise<Measured[] | number> {
  const chromium = ensureBrowser();
  const known = readMeasured(process.env[MEASURED_FILE] ?? "");
  const variants = unmeasured(ownVariants(lessons), known, lessons);
  const measured = path.join(folder, "measured.jsonl");
  const plan = path.join(folder, "plan.json");
  const checked = backends.filter(({ mutant }) => mutant.killedBy.length > 0);
  const folders = new Map(checked.map(({ mutant, root }) => [mutant.name, path.join(root, "mock-backend")]));
  const code = await withProofSites(folders, (site, sites) => {
    const additions = planRuns(lessons, (mutant) => sites.get(mutant) ?? "", all);
    const planned: Plan = { variants, additions };
    writeFileSync(plan, JSON.stringify(planned));
    const env = { BASE_URL: site, [PLAN_FILE]: plan, [MEASURED_FILE]: measured, CHROMIUM_PATH: chromium };
    const args = [PLAYWRIGHT, "test", "--project=checks", ...forPlaywright];
    return foreground({ file: process.execPath, args, env });
  });
  return code === 0 ? [...known, ...readMeasured(measured)] : code;
}
