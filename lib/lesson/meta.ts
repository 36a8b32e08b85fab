import { z } from "zod";

/** A lesson's metadata. The page, the catalog, the checks and the tables all read this one object. */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const variantSchema = z.object({
  name: slug,
  /** One sentence about the variant. */
  summary: z.string().min(1),
  /** The file that the reader sees and the lab runs, relative to the lesson's folder. */
  file: z.string().min(1),
  /** `wrong` fails at least one check, `right` passes all, `yours` is the exercise. */
  verdict: z.enum(["wrong", "right", "yours"]),
});

const checkSchema = z.object({
  id: slug,
  /** A sentence that a user would say. The Playwright title is `<variant>: <title>`. */
  title: z.string().min(1),
  /** The id of the heading that explains the check, without `#`. */
  section: slug,
  /**
   * What a user or an attacker gets when the check does not hold, in one sentence, for the reader of a failed check.
   */
  whenRed: z.string().min(1).optional(),
  /** The variants on which this check must be red. It must be green on all others. */
  fails: z.array(slug),
  /** Variants on which this check must be red under one condition only, by the condition's name. */
  failsUnder: z.record(slug, z.array(slug)).optional(),
});

/** Settings of the backend. A lesson's checks run once under each of its conditions. */
const conditionSchema = z.object({
  name: slug,
  /** The column heading in a table. */
  title: z.string().min(1),
  settings: z.record(z.string(), z.union([z.number(), z.boolean()])),
});

/** Texts for a measured table: `npm run record` writes the table, and the checks compare their outcomes with it. */
const resultsSchema = z.object({
  /** What the table shows, and how to read its marks. */
  caption: z.string().min(1),
  /** The heading of the first column. */
  row: z.string().min(1).default("Check"),
  passes: z.string().min(1).default("holds"),
  fails: z.string().min(1).default("does not hold"),
});

const claimSchema = z.object({
  id: slug,
  /** The sentence about behaviour that the lesson states. */
  text: z.string().min(1),
  /** The id of the check that proves it. */
  check: slug,
});

const missionSchema = z.object({
  id: slug,
  text: z.string().min(1),
  /** The mission is done when the lab records an event with this `name` (and `code` and `outcome`, if given). */
  when: z.object({ name: z.string().min(1), code: z.string().optional(), outcome: z.string().optional() }),
});

/** A step towards the exercise's solution. The first is a question, the last almost the answer. */
const hintSchema = z.object({
  /** A few words that are shown before the hint is opened. */
  title: z.string().min(1),
  text: z.string().min(1),
});

const sourceSchema = z.object({ title: z.string().min(1), url: z.url() });

export const lessonMetaSchema = z
  .object({
    slug,
    /** A short title, for navigation. */
    title: z.string().min(1),
    /** One sentence, for the list of lessons and the page's description. */
    summary: z.string().min(1),
    order: z.number().int().nonnegative(),
    variants: z.array(variantSchema),
    checks: z.array(checkSchema),
    /** Without conditions every check runs once, with the lab's default settings. */
    conditions: z.array(conditionSchema).default([]),
    /** With these texts, every run of the lesson is recorded and has a page of its own. */
    results: resultsSchema.optional(),
    claims: z.array(claimSchema),
    missions: z.array(missionSchema),
    /** Hints for the exercise, in the order in which they are opened. `solution.ts` comes after the last. */
    hints: z.array(hintSchema).default([]),
    sources: z.array(sourceSchema),
  })
  .superRefine((lesson, context) => {
    const checks = new Set(lesson.checks.map((check) => check.id));
    const variants = new Set(lesson.variants.map((variant) => variant.name));
    for (const claim of lesson.claims) {
      if (!checks.has(claim.check)) {
        context.addIssue({ code: "custom", message: `claim ${claim.id} names no check: ${claim.check}` });
      }
    }
    const conditions = new Set(lesson.conditions.map((condition) => condition.name));
    for (const check of lesson.checks) {
      for (const name of Object.keys(check.failsUnder ?? {})) {
        if (!conditions.has(name)) {
          context.addIssue({ code: "custom", message: `check ${check.id} names no condition: ${name}` });
        }
      }
      for (const name of [...check.fails, ...Object.values(check.failsUnder ?? {}).flat()]) {
        if (!variants.has(name)) {
          context.addIssue({ code: "custom", message: `check ${check.id} names no variant: ${name}` });
        }
      }
    }
  });

export type LessonMeta = z.infer<typeof lessonMetaSchema>;
export type Variant = LessonMeta["variants"][number];
export type Condition = LessonMeta["conditions"][number];
export type Check = LessonMeta["checks"][number];
export type ResultsWords = z.infer<typeof resultsSchema>;
export type Claim = LessonMeta["claims"][number];
export type Hint = LessonMeta["hints"][number];
export type Mission = LessonMeta["missions"][number];

type Input = z.input<typeof lessonMetaSchema>;
type VariantInput = Input["variants"][number];
type CheckInput<Id, Name> = Omit<Input["checks"][number], "id" | "fails" | "failsUnder"> & {
  id: Id;
  fails: readonly Name[];
  failsUnder?: Readonly<Record<string, readonly Name[]>>;
};
type ClaimInput<Id> = Omit<Input["claims"][number], "check"> & { check: Id };

/** A lesson's metadata with its slug, and its variants' names and verdicts, as the compiler knows them. */
export type DefinedLesson<Slug extends string, Variants extends readonly VariantInput[]> = LessonMeta & {
  slug: Slug;
  variants: Variants[number][];
};

/**
 * Checks a lesson's metadata when its module loads, so a wrong name fails the build. A claim of no check, and a check
 * that fails on no variant of the lesson, do not compile either.
 *
 * @throws ZodError naming every claim without a check and every verdict without a variant
 */
export function defineLesson<
  const Slug extends string,
  const Variants extends readonly VariantInput[],
  Id extends string,
>(
  meta: Omit<Input, "slug" | "variants" | "checks" | "claims"> & {
    slug: Slug;
    variants: Variants;
    checks: readonly CheckInput<Id, NoInfer<Variants[number]["name"]>>[];
    claims: readonly ClaimInput<NoInfer<Id>>[];
  },
): DefinedLesson<Slug, Variants> {
  return { ...lessonMetaSchema.parse(meta), slug: meta.slug, variants: [...meta.variants] };
}
