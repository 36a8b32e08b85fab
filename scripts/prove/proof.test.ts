import { describe, expect, it } from "vitest";
import { defineLesson } from "@/lib/lesson/meta";
import { defineMutants } from "@/lib/lesson/mutants";
import { proofSchema } from "@/lib/lesson/proof";
import { gapsIn } from "./gaps";
import type { ProofLesson } from "./lessons";
import type { Measured } from "./measured";
import { planRuns } from "./plan";
import { assembleProof, differences, proofText, withLessons } from "./proof";

const meta = defineLesson({
  slug: "sample",
  title: "Sample",
  summary: "A sample.",
  order: 1,
  variants: [
    { name: "weak", summary: "Fails.", file: "variants/weak.ts", verdict: "wrong" },
    { name: "strong", summary: "Holds.", file: "variants/strong.ts", verdict: "right" },
    { name: "yours", summary: "The exercise.", file: "exercise.ts", verdict: "yours" },
  ],
  conditions: [
    { name: "grace-0", title: "no grace", settings: { grace: 0 } },
    { name: "grace-10", title: "10 s grace", settings: { grace: 10 } },
  ],
  checks: [
    { id: "fields", title: "only two fields", section: "a", fails: ["weak", "yours"] },
    {
      id: "replay",
      title: "no replay",
      section: "a",
      fails: [],
      failsUnder: { "grace-10": ["strong", "yours"] },
    },
  ],
  claims: [],
  missions: [],
  sources: [],
});
const edits = [{ find: "a", replace: "b" }];
const { mutants } = defineMutants(meta, [
  { name: "spread", summary: "Spreads.", of: { variant: "strong" }, edits, killedBy: ["fields"] },
  { name: "forgiving", summary: "Forgives.", of: "backend", edits, killedBy: ["replay"] },
  { name: "endless", summary: "Goes on.", of: "backend", edits, killedBy: [], killedByTests: ["a.test.ts"] },
]);
const lesson: ProofLesson = { meta, mutants, hasSolution: true };

const own = meta.variants.flatMap(({ name }) =>
  meta.checks.flatMap((check) =>
    meta.conditions.map((condition): Measured => {
      const reds = [...check.fails, ...(check.failsUnder?.[condition.name] ?? [])];
      const outcome = reds.includes(name) ? "red" : "green";
      return { lesson: "sample", check: check.id, variant: name, condition: condition.name, outcome };
    }),
  ),
);
const plan = planRuns([lesson], (mutant) => `http://${mutant}`);
const measured = [...own, ...plan];
const without = (unwanted: (run: Measured) => boolean) =>
  gapsIn(
    assembleProof(
      [lesson],
      measured.filter((run) => !unwanted(run)),
    ),
    [],
  );

it("a solution runs every check as the right variant would pass it, a mutant its killers under the first condition", () => {
  const line = ({ variant, check, condition, outcome, choose, site }: (typeof plan)[number]) =>
    [variant, check, condition, outcome, choose?.variant ?? "-", site ?? "-"].join(" ");
  expect(plan.map(line)).toEqual([
    "solution fields grace-0 green solution -",
    "solution fields grace-10 green solution -",
    "solution replay grace-0 green solution -",
    "solution replay grace-10 red solution -",
    "spread fields grace-0 red spread -",
    "forgiving replay grace-0 red strong http://forgiving",
  ]);
});

it("the proof is the same in whatever order it was measured, and is read as it was written", () => {
  const proof = assembleProof([lesson], measured);
  expect(assembleProof([lesson], measured.toReversed())).toEqual(proof);
  expect(proofSchema.parse(JSON.parse(proofText(proof)))).toEqual(proof);
  expect(proof.lessons[0]?.checks).toEqual([
    {
      check: "fields",
      outcomes: { weak: "red", strong: "green", yours: "red", solution: "green", spread: "red" },
    },
    {
      check: "replay",
      outcomes: {
        weak: "green",
        strong: { "grace-0": "green", "grace-10": "red" },
        yours: { "grace-0": "green", "grace-10": "red" },
        solution: { "grace-0": "green", "grace-10": "red" },
        forgiving: "red",
      },
    },
  ]);
});

describe("a gap is", () => {
  it("nothing when all was measured as it should be", () => {
    expect(without(() => false)).toEqual([]);
  });

  it("a check that is never red, also when only the starter fails it", () => {
    expect(without(({ variant, check }) => check === "replay" && variant === "forgiving")).toEqual([
      "sample: replay is red on no wrong variant and no mutant.",
      "sample: no check is red on the mutant forgiving.",
    ]);
  });

  it("a variant that was not measured", () => {
    expect(without(({ variant, check }) => check === "fields" && variant === "strong")).toEqual([
      "sample: fields was not measured on strong.",
      "sample: fields is not green on the right variant.",
    ]);
  });

  it("a starter that passes, a mutant that survives, an exercise without a solution", () => {
    const passing = measured.map((run) =>
      run.variant === "yours" ? { ...run, outcome: "green" as const } : run,
    );
    expect(gapsIn(assembleProof([lesson], passing), [])).toEqual([
      "sample: the starter passes every check as yours.",
    ]);
    expect(without(({ variant }) => variant === "spread")).toEqual([
      "sample: no check is red on the mutant spread.",
    ]);
    expect(gapsIn(assembleProof([lesson], measured), ["endless"])).toEqual([
      "No unit test is red on endless.",
    ]);
    expect(gapsIn(assembleProof([{ ...lesson, hasSolution: false }], measured), [])).toEqual([
      "sample: its exercise has no solution.ts.",
    ]);
  });
});

it("differences name the cell, and what was committed and measured", () => {
  const before = assembleProof([lesson], measured);
  const after = assembleProof(
    [{ ...lesson, mutants: mutants.slice(0, 2) }],
    measured.map((run) =>
      run.variant === "weak" && run.check === "fields" && run.condition === "grace-10"
        ? { ...run, outcome: "green" as const }
        : run,
    ),
  );
  expect(differences(before, before)).toEqual([]);
  expect(differences(before, after)).toEqual([
    'sample, endless: committed {"kind":"mutant","summary":"Goes on.","of":"backend"}, measured nothing',
    'sample, fields on weak: committed red, measured {"grace-0":"red","grace-10":"green"}',
    "sample, unit tests on endless: committed a.test.ts, measured nothing",
  ]);
});

it("a lesson that is proved alone takes its place among the others", () => {
  const one = assembleProof([lesson], measured);
  const [sample] = one.lessons;
  if (sample === undefined) throw new Error("there is no lesson");
  const before = { ...sample, checks: [] };
  const other = { ...sample, lesson: "other" };
  expect(withLessons({ version: 1, lessons: [before, other] }, one).lessons).toEqual([sample, other]);
  expect(withLessons({ version: 1, lessons: [other] }, one).lessons).toEqual([other, sample]);
});
