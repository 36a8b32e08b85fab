import { asUsual } from "@/content/lessons/ship-it/variants/as-usual";
import type { ProofLesson } from "./lessons";
import type { Measured } from "./measured";
import type { OwnVariant } from "./plan";

/** The name of the variant that puts the usual recipes of all other lessons together. */
const USUAL = "as-usual";

/** Every variant of the lessons' own. */
export function ownVariants(lessons: readonly ProofLesson[]): OwnVariant[] {
  return lessons.flatMap(({ meta: { slug, variants } }): OwnVariant[] =>
    variants.length === 0
      ? [{ lesson: slug, variant: null }]
      : variants.map(({ name }) => ({ lesson: slug, variant: name })),
  );
}

/** The usual recipe of a lesson, by its slug. */
const usual = new Map<string, string>(Object.entries(asUsual));

/** Those that hold, and the usual recipe of each lesson: what `npm test` runs the checks on. */
export function everydayVariants(lessons: readonly ProofLesson[]): OwnVariant[] {
  return ownVariants(lessons).filter(({ lesson, variant }) => {
    if (variant === null || variant === USUAL || variant === usual.get(lesson)) return true;
    const variants = lessons.find(({ meta }) => meta.slug === lesson)?.meta.variants ?? [];
    return variants.some(({ name, verdict }) => name === variant && verdict === "right");
  });
}

/** Those of which some check under some condition was not measured. */
export function unmeasured(
  variants: readonly OwnVariant[],
  measured: readonly Measured[],
  lessons: readonly ProofLesson[],
): OwnVariant[] {
  return variants.filter(({ lesson, variant }) => {
    const meta = lessons.find((each) => each.meta.slug === lesson)?.meta;
    if (meta === undefined) return false;
    const known = measured.filter((each) => each.lesson === lesson && each.variant === variant);
    const cells = new Set(known.map(({ check, condition }) => `${check} ${condition}`));
    const conditions = meta.conditions.length === 0 ? [null] : meta.conditions.map(({ name }) => name);
    return meta.checks.some(({ id }) => conditions.some((name) => !cells.has(`${id} ${name}`)));
  });
}
