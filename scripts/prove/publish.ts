import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Proof, proofSchema } from "@/lib/lesson/proof";
import { Refusal } from "../fail";
import { ROOT } from "../next";
import { gapsIn } from "./gaps";
import type { ProofLesson } from "./lessons";
import type { Measured } from "./measured";
import { assembleProof, differences, proofText, withLessons } from "./proof";

const PROOF = path.join(ROOT, "content", "instructors", "proof.json");

/**
 * Holds what was measured of some lessons, or of all, against the committed table.
 *
 * @param isWhole all lessons were measured: the table then has no others
 * @returns the exit code: 0
 * @throws Refusal when something is not proved, or was proved and is not what the site says; the table is then written
 */
export function publish(
  lessons: readonly ProofLesson[],
  measured: readonly Measured[],
  survivors: readonly string[],
  isWhole: boolean,
): number {
  const proof = assembleProof(lessons, measured);
  const gaps = gapsIn(proof, survivors);
  if (gaps.length > 0) throw new Refusal(`The checks are not proved:\n${gaps.join("\n")}`);
  const committed = existsSync(PROOF) ? proofSchema.parse(JSON.parse(readFileSync(PROOF, "utf8"))) : null;
  const whole = committed === null || isWhole ? proof : withLessons(committed, proof);
  const changed = committed === null ? ["there was none"] : differences(committed, whole);
  if (changed.length > 0) {
    mkdirSync(path.dirname(PROOF), { recursive: true });
    writeFileSync(PROOF, proofText(whole));
    const file = path.relative(ROOT, PROOF);
    throw new Refusal(
      `${file} was not what is measured, and is now. Read it and commit it:\n${changed.join("\n")}`,
    );
  }
  console.log(`\n${summary(proof)}`);
  return 0;
}

function summary({ lessons }: Proof): string {
  const columns = lessons.flatMap((lesson) => lesson.columns);
  const count = (kind: string) => columns.filter((column) => column.kind === kind).length;
  const checks = lessons.flatMap((lesson) => lesson.checks).length;
  return `Proved: ${checks} checks, each red where it must be and green where it may; ${count("solution")} solutions pass, ${count("starter")} starters fail, ${count("mutant")} mutants are killed.`;
}
