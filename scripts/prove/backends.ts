import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import type { Mutant } from "@/lib/lesson/mutants";
import { foreground } from "../child";
import { ROOT } from "../next";
import type { ProofLesson } from "./lessons";
import { BACKEND, mutatedFiles } from "./mutate";
import { PROOF_DIR } from "./proof-site";
import { copyFolder } from "./site-copy";

const VITEST = path.join(
  path.dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
  "vitest.mjs",
);

export type MutatedBackend = { mutant: Mutant; root: string };

/** Writes each mutated backend into a folder of its own, as it lies in the project. @throws StaleEdit */
export function writeBackends(lessons: readonly ProofLesson[]): MutatedBackend[] {
  const mutants = lessons.flatMap((lesson) => lesson.mutants).filter(({ of }) => of === "backend");
  rmSync(path.join(PROOF_DIR, "backends"), { recursive: true, force: true });
  return mutants.map((mutant) => {
    const root = path.join(PROOF_DIR, "backends", mutant.name);
    copyFolder(BACKEND, root, (file) =>
      mutant.killedByTests.some((test) => file.endsWith(path.normalize(test))),
    );
    const read = (file: string) => readFileSync(path.join(root, file), "utf8");
    for (const [file, text] of mutatedFiles(mutant, null, read)) writeFileSync(path.join(root, file), text);
    return { mutant, root };
  });
}

/** A test that could not even load proves nothing: it has no failed test in it. */
const reportSchema = z.object({ numFailedTests: z.number().int(), numTotalTests: z.number().int() });

/** @returns the names of the mutants on which none of the unit tests that should kill them is red */
export async function survivorsOfUnitTests(backends: readonly MutatedBackend[]): Promise<string[]> {
  const judged = backends.filter(({ mutant }) => mutant.killedByTests.length > 0);
  const killed = await Promise.all(judged.map(isKilled));
  return judged.filter((_, at) => !killed[at]).map(({ mutant }) => mutant.name);
}

async function isKilled({ mutant, root }: MutatedBackend): Promise<boolean> {
  const report = path.join(root, "report.json");
  const config = path.join(ROOT, "vitest.config.ts");
  const options = ["--root", root, "--config", config, "--reporter=json", `--outputFile=${report}`];
  const args = [VITEST, "run", ...options, ...mutant.killedByTests];
  await foreground({ file: process.execPath, args, env: { TOTALS_FILE: "" } });
  return reportSchema.parse(JSON.parse(readFileSync(report, "utf8"))).numFailedTests > 0;
}
