import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { proofSchema } from "@/lib/lesson/proof";
import { ensureBrowser } from "./browser";
import { foreground } from "./child";
import { ensureBuild } from "./ensure-build";
import { Refusal, run } from "./fail";
import { ROOT } from "./next";
import { PLAYWRIGHT } from "./playwright";
import { survivorsOfUnitTests, writeBackends } from "./prove/backends";
import { gapsIn } from "./prove/gaps";
import { type ProofLesson, proofLessons } from "./prove/lessons";
import { MEASURED_FILE, type Measured, readMeasured } from "./prove/measured";
import { planRuns } from "./prove/plan";
import { assembleProof, differences, proofText } from "./prove/proof";
import { SITE, writeProofSite } from "./prove/proof-site";
import { withProofSites } from "./prove/servers";

const PROOF = path.join(ROOT, "content", "instructors", "proof.json");

/** How to run the tests, and not which: `-- --workers=1`. */
const forPlaywright = process.argv.slice(2);

/**
 * `npm run check:prove`: shows that the checks can be trusted. Every starter fails, every solution passes, every check is
 * red on something that is wrong and green on what is right, and every mutant is killed. What was measured is published
 * on `/instructors`, and a committed table that says otherwise is an error.
 */
await run(async () => {
  process.chdir(ROOT);
  const folder = mkdtempSync(path.join(tmpdir(), "silent-refresh-proof-"));
  try {
    return await prove(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function prove(folder: string): Promise<number> {
  const lessons = await proofLessons();
  const variants = await measureVariants(folder);
  if (typeof variants === "number") return variants;
  const backends = writeBackends(lessons);
  writeProofSite(lessons);
  const failed = await ensureBuild(SITE);
  if (failed) return failed;
  const added = await measureAdditions(lessons, backends, folder);
  if (typeof added === "number") return added;
  const survivors = await survivorsOfUnitTests(backends);
  return publish(lessons, [...variants, ...added], survivors);
}

/** The lessons' own variants: measured by the browser tests of this very run, or now. */
async function measureVariants(folder: string): Promise<Measured[] | number> {
  const known = readMeasured(process.env[MEASURED_FILE] ?? "");
  if (known.length > 0) return known;
  const file = path.join(folder, "variants.jsonl");
  const args = ["--import", "tsx", path.join("scripts", "e2e.ts"), "--project=checks", ...forPlaywright];
  const code = await foreground({ file: process.execPath, args, env: { [MEASURED_FILE]: file } });
  return code === 0 ? readMeasured(file) : code;
}

/** Solutions and mutants, in the site that has them. */
async function measureAdditions(
  lessons: readonly ProofLesson[],
  backends: ReturnType<typeof writeBackends>,
  folder: string,
): Promise<Measured[] | number> {
  const chromium = ensureBrowser();
  const measured = path.join(folder, "additions.jsonl");
  const plan = path.join(folder, "plan.json");
  const checked = backends.filter(({ mutant }) => mutant.killedBy.length > 0);
  const folders = new Map(checked.map(({ mutant, root }) => [mutant.name, path.join(root, "mock-backend")]));
  const code = await withProofSites(folders, (site, sites) => {
    writeFileSync(plan, JSON.stringify(planRuns(lessons, (mutant) => sites.get(mutant) ?? "")));
    const env = { BASE_URL: site, PROOF_PLAN: plan, [MEASURED_FILE]: measured, CHROMIUM_PATH: chromium };
    const args = [PLAYWRIGHT, "test", "--project=checks", ...forPlaywright];
    return foreground({ file: process.execPath, args, env });
  });
  return code === 0 ? readMeasured(measured) : code;
}

/** @throws Refusal when something is not proved, or was proved and is not what the site says */
function publish(
  lessons: readonly ProofLesson[],
  measured: readonly Measured[],
  survivors: readonly string[],
): number {
  const proof = assembleProof(lessons, measured);
  const gaps = gapsIn(proof, survivors);
  if (gaps.length > 0) throw new Refusal(`The checks are not proved:\n${gaps.join("\n")}`);
  const committed = existsSync(PROOF) ? proofSchema.parse(JSON.parse(readFileSync(PROOF, "utf8"))) : null;
  const changed = committed === null ? ["there was none"] : differences(committed, proof);
  if (changed.length > 0) {
    mkdirSync(path.dirname(PROOF), { recursive: true });
    writeFileSync(PROOF, proofText(proof));
    const file = path.relative(ROOT, PROOF);
    throw new Refusal(
      `${file} was not what is measured, and is now. Read it and commit it:\n${changed.join("\n")}`,
    );
  }
  const count = (kind: string) =>
    proof.lessons.flatMap(({ columns }) => columns).filter((column) => column.kind === kind).length;
  const checks = proof.lessons.flatMap((lesson) => lesson.checks).length;
  console.log(
    `\nProved: ${checks} checks, each red where it must be and green where it may; ${count("solution")} solutions pass, ${count("starter")} starters fail, ${count("mutant")} mutants are killed.`,
  );
  return 0;
}
