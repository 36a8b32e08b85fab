import { z } from "zod";
import type { LessonMeta } from "./meta";

/**
 * One edit of a file. The text to replace must occur exactly once; otherwise the mutant is stale, which is an error.
 */
const editSchema = z.object({
  /**
   * The file to edit; by default the variant's own. A leading slash makes the path relative to the project's root:
   * part of the app that all variants share, so the new text must ask which variant was chosen.
   */
  file: z.string().min(1).optional(),
  find: z.string().min(1),
  replace: z.string(),
});

const mutantSchema = z.object({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The fault in one sentence. */
  summary: z.string().min(1),
  /** The variant that the mutant changes, of this lesson or another, or `backend` for the mock backend. */
  of: z.union([z.object({ lesson: z.string().optional(), variant: z.string() }), z.literal("backend")]),
  edits: z.array(editSchema).min(1),
  /** Ids of the lesson's checks that must be red on the mutant. */
  killedBy: z.array(z.string()),
  /** For a mutant of the backend: unit tests that must fail, as paths from the project's root. */
  killedByTests: z.array(z.string()).default([]),
});

export type Edit = z.infer<typeof editSchema>;
/** A small wrong edit of correct code, which the lesson's checks must detect. */
export type Mutant = z.infer<typeof mutantSchema>;

/** A lesson's mutants, as `mutants.ts` exports them. */
export type Mutants = { lesson: string; mutants: Mutant[] };

/**
 * Checks a lesson's mutants when the module loads.
 *
 * @throws ZodError for a malformed mutant; Error for a mutant whose name is taken, which names a check or variant
 *   that the lesson does not have, or which nothing kills
 */
export function defineMutants(lesson: LessonMeta, given: readonly z.input<typeof mutantSchema>[]): Mutants {
  const mutants = z.array(mutantSchema).parse(given);
  const taken = new Set([...lesson.variants.map(({ name }) => name), "solution"]);
  const checks = new Set(lesson.checks.map(({ id }) => id));
  for (const { name, of, killedBy, killedByTests } of mutants) {
    const complain = (what: string) => new Error(`${lesson.slug}: mutant ${name} ${what}`);
    if (taken.has(name)) throw complain("has a name that is taken");
    taken.add(name);
    if (killedBy.length + killedByTests.length === 0) throw complain("names nothing that kills it");
    const unknown = killedBy.find((id) => !checks.has(id));
    if (unknown !== undefined) throw complain(`names no check: ${unknown}`);
    if (of === "backend" || (of.lesson ?? lesson.slug) !== lesson.slug) continue;
    if (!lesson.variants.some((variant) => variant.name === of.variant)) {
      throw complain(`names no variant: ${of.variant}`);
    }
  }
  return { lesson: lesson.slug, mutants };
}
