import type { LessonProof, Proof, ProofColumn, ProofOutcome } from "@/lib/lesson/proof";
import type { ProofLesson } from "./lessons";
import type { Measured } from "./measured";
import { SOLUTION } from "./plan";

/** The column of a lesson without variants. */
const SITE_ITSELF = "site";

/** Puts together what was measured: the same from run to run, whatever the order in which it came. */
export function assembleProof(lessons: readonly ProofLesson[], measured: readonly Measured[]): Proof {
  return { version: 1, lessons: lessons.map((lesson) => assembleLesson(lesson, measured)) };
}

function assembleLesson(lesson: ProofLesson, measured: readonly Measured[]): LessonProof {
  const { slug, checks } = lesson.meta;
  const own = measured.filter((each) => each.lesson === slug);
  const columns = columnsOf(lesson);
  return {
    lesson: slug,
    columns,
    checks: checks.map(({ id }) => ({ check: id, outcomes: outcomesOf(id, columns, own) })),
    unitTests: lesson.mutants
      .filter(({ killedByTests }) => killedByTests.length > 0)
      .map(({ name, killedByTests }) => ({ mutant: name, tests: killedByTests })),
  };
}

function columnsOf({ meta, mutants, hasSolution }: ProofLesson): ProofColumn[] {
  const kinds = { wrong: "wrong", right: "right", yours: "starter" } as const;
  const variants = meta.variants.map(({ name, verdict }) => ({ name, kind: kinds[verdict] }));
  return [
    ...(variants.length === 0 ? [{ name: SITE_ITSELF, kind: "right" as const }] : variants),
    ...(hasSolution ? [{ name: SOLUTION, kind: "solution" as const }] : []),
    ...mutants.map(({ name, summary, of }) => ({
      name,
      kind: "mutant" as const,
      summary,
      of: of === "backend" ? of : of.variant,
    })),
  ];
}

function outcomesOf(
  check: string,
  columns: readonly ProofColumn[],
  own: readonly Measured[],
): Record<string, ProofOutcome> {
  const found = columns.flatMap(({ name }): [string, ProofOutcome][] => {
    const runs = own.filter((each) => each.check === check && (each.variant ?? SITE_ITSELF) === name);
    const [first] = runs;
    if (first === undefined) return [];
    if (runs.every(({ outcome }) => outcome === first.outcome)) return [[name, first.outcome]];
    const under = runs.map(({ condition, outcome }): [string, "red" | "green"] => [condition ?? "", outcome]);
    return [[name, Object.fromEntries(under.sort(([one], [other]) => (one < other ? -1 : 1)))]];
  });
  return Object.fromEntries(found);
}

/** The committed proof with some lessons measured anew; a lesson that was not in it goes to the end. */
export function withLessons(committed: Proof, { lessons }: Proof): Proof {
  const anew = new Map(lessons.map((lesson) => [lesson.lesson, lesson]));
  const kept = committed.lessons.map((lesson) => anew.get(lesson.lesson) ?? lesson);
  const added = lessons.filter(({ lesson }) => !committed.lessons.some((each) => each.lesson === lesson));
  return { version: 1, lessons: [...kept, ...added] };
}

/** The file's text: a check a line, so that a difference reads as one. */
export function proofText(proof: Proof): string {
  const lessons = proof.lessons.map(({ lesson, columns, checks, unitTests }) => {
    const lines = (items: readonly object[]) =>
      items.map((item) => `        ${JSON.stringify(item)}`).join(",\n");
    return `    {
      "lesson": ${JSON.stringify(lesson)},
      "columns": [\n${lines(columns)}\n      ],
      "checks": [\n${lines(checks)}\n      ],
      "unitTests": ${JSON.stringify(unitTests)}
    }`;
  });
  return `{\n  "version": ${proof.version},\n  "lessons": [\n${lessons.join(",\n")}\n  ]\n}\n`;
}

/** Where two proofs differ, a line each. */
export function differences(committed: Proof, measured: Proof): string[] {
  const before = cellsOf(committed);
  const after = cellsOf(measured);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key) ?? "nothing", after.get(key) ?? "nothing"];
    return was === is ? [] : [`${key}: committed ${was}, measured ${is}`];
  });
}

function cellsOf(proof: Proof): Map<string, string> {
  return new Map(
    proof.lessons.flatMap(({ lesson, columns, checks, unitTests }) => [
      ...columns.map(({ name, ...column }): [string, string] => [
        `${lesson}, ${name}`,
        JSON.stringify(column),
      ]),
      ...checks.flatMap(({ check, outcomes }) =>
        Object.entries(outcomes).map(([name, outcome]): [string, string] => [
          `${lesson}, ${check} on ${name}`,
          typeof outcome === "string" ? outcome : JSON.stringify(outcome),
        ]),
      ),
      ...unitTests.map(({ mutant, tests }): [string, string] => [
        `${lesson}, unit tests on ${mutant}`,
        tests.join(" "),
      ]),
    ]),
  );
}
