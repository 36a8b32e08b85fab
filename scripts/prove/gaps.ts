import { isGreen, isRed, type LessonProof, type Proof, type ProofColumn } from "@/lib/lesson/proof";

/**
 * What the measured proof fails to prove, a sentence each.
 *
 * @param survivors mutants that were to be killed by unit tests, and were not
 */
export function gapsIn(proof: Proof, survivors: readonly string[]): string[] {
  return [
    ...proof.lessons.flatMap(gapsInLesson),
    ...survivors.map((name) => `No unit test is red on ${name}.`),
  ];
}

function gapsInLesson({ lesson, columns, checks, unitTests }: LessonProof): string[] {
  const namesOf = (...kinds: ProofColumn["kind"][]) =>
    columns.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  const killedElsewhere = unitTests.map(({ mutant }) => mutant);
  const unmeasured = namesOf("wrong", "right", "starter", "solution").flatMap((name) =>
    checks
      .filter(({ outcomes }) => outcomes[name] === undefined)
      .map(({ check }) => `${lesson}: ${check} was not measured on ${name}.`),
  );
  const neverRed = checks
    .filter(({ outcomes }) => !namesOf("wrong", "mutant").some((name) => isRed(outcomes[name])))
    .map(({ check }) => `${lesson}: ${check} is red on no wrong variant and no mutant.`);
  const neverGreen = checks
    .filter(({ outcomes }) => !namesOf("right").some((name) => isGreen(outcomes[name])))
    .map(({ check }) => `${lesson}: ${check} is not green on the right variant.`);
  const passing = namesOf("starter")
    .filter((name) => !checks.some(({ outcomes }) => isRed(outcomes[name])))
    .map((name) => `${lesson}: the starter passes every check as ${name}.`);
  const survivors = namesOf("mutant")
    .filter(
      (name) => !killedElsewhere.includes(name) && !checks.some(({ outcomes }) => isRed(outcomes[name])),
    )
    .map((name) => `${lesson}: no check is red on the mutant ${name}.`);
  const starters = namesOf("starter").length > 0 && namesOf("solution").length === 0;
  const unsolved = starters ? [`${lesson}: its exercise has no solution.ts.`] : [];
  return [...unmeasured, ...neverRed, ...neverGreen, ...passing, ...survivors, ...unsolved];
}
