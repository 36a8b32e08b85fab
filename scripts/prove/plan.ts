import type { Check } from "@/lib/lesson/meta";
import type { Mutant } from "@/lib/lesson/mutants";
import type { ProofLesson } from "./lessons";
import type { Measured } from "./measured";
import { originOf } from "./mutate";

export const SOLUTION = "solution";

/** A variant of a lesson's own; null is the site itself, in a lesson without variants. */
export type OwnVariant = { lesson: string; variant: string | null };

/** Names the file of a plan to Playwright. */
export const PLAN_FILE = "PROOF_PLAN";

/** Which checks run, as e2e/fixtures/proof.ts reads it. */
export type Plan = {
  /** Every check of the lesson runs on each of these. */
  variants: readonly OwnVariant[];
  /** These run beside: the site under test has to have the solutions and mutants that they name. */
  additions: readonly PlannedRun[];
};

/** One check on the solution or a mutant. */
export type PlannedRun = Measured & {
  variant: string;
  /** What the lab chooses for it. */
  choose: { lesson: string; variant: string } | null;
  /** The origin of the site that it has for itself, or null for the one that all share. */
  site: string | null;
};

/**
 * What has to be run beside the lessons' own variants: every check on every solution, and every mutant's killers.
 *
 * @param siteOf the origin of a backend mutant's site
 * @param all every lesson: a mutant may be another lesson's variant, edited
 */
export function planRuns(
  lessons: readonly ProofLesson[],
  siteOf: (mutant: string) => string,
  all: readonly ProofLesson[] = lessons,
): PlannedRun[] {
  return lessons.flatMap((lesson) => [
    ...(lesson.hasSolution ? solutionRuns(lesson) : []),
    ...lesson.mutants.flatMap((mutant) => mutantRuns(lesson, mutant, all, siteOf)),
  ]);
}

function solutionRuns({ meta }: ProofLesson): PlannedRun[] {
  const conditions = meta.conditions.length === 0 ? [null] : meta.conditions.map(({ name }) => name);
  const choose = { lesson: meta.slug, variant: SOLUTION };
  return meta.checks.flatMap((check) =>
    conditions.map((condition) => ({
      lesson: meta.slug,
      check: check.id,
      variant: SOLUTION,
      choose,
      site: null,
      condition,
      outcome: asOnRight(meta, check, condition),
    })),
  );
}

/** A solution is as green as the lesson's right answer. */
function asOnRight(meta: ProofLesson["meta"], check: Check, condition: string | null): "red" | "green" {
  const right = meta.variants.find(({ verdict }) => verdict === "right")?.name ?? "";
  const reds = [...check.fails, ...(check.failsUnder?.[condition ?? ""] ?? [])];
  return reds.includes(right) ? "red" : "green";
}

/** Under the first of the lesson's conditions: one red is enough. */
function mutantRuns(
  { meta }: ProofLesson,
  mutant: Mutant,
  lessons: readonly ProofLesson[],
  siteOf: (mutant: string) => string,
): PlannedRun[] {
  const origin = originOf(mutant, meta.slug, lessons);
  const right = meta.variants.find(({ verdict }) => verdict === "right");
  const ownRight = right === undefined ? null : { lesson: meta.slug, variant: right.name };
  return mutant.killedBy.map((check) => ({
    lesson: meta.slug,
    check,
    variant: mutant.name,
    choose: origin === null ? ownRight : { lesson: origin.lesson, variant: mutant.name },
    site: origin === null ? siteOf(mutant.name) : null,
    condition: meta.conditions[0]?.name ?? null,
    outcome: "red" as const,
  }));
}
