import type { Check, LessonMeta } from "@/lib/lesson/meta";
import { nearest } from "@/lib/ui/shell/nearest-word";
import { BadInput } from "../fail";
import type { Options } from "./options";

/** One check of one variant under one condition: one test, and one line of the report. */
export type Planned = {
  lesson: string;
  check: string;
  title: string;
  section: string;
  /** Null in a lesson without variants. */
  variant: string | null;
  /** Null where a lesson has one set of settings only. */
  condition: string | null;
};

type Asked = Pick<Options, "lessons" | "variants" | "grep">;

/** The variant that is checked when none is named: the exercise, as its reader has solved it. */
const SOLUTION = "yours";

/**
 * Which checks were asked for, in the lessons' order. Without `--variant`, a lesson's exercise is checked, and a lesson
 * without variants as it stands.
 *
 * @throws BadInput naming the lesson, variant or exercise that there is not, or the pattern that fits no check
 */
export function makePlan(lessons: readonly LessonMeta[], asked: Asked): Planned[] {
  const chosen = chooseLessons(lessons, asked.lessons);
  refuseUnknownVariants(chosen, asked.variants);
  const { grep } = asked;
  const all = chosen.flatMap((lesson) => planLesson(lesson, asked.variants));
  if (all.length === 0) throw new BadInput(nothingToJudge(chosen));
  const plan = all.filter((planned) => grep === null || grep.test(nameOf(planned)));
  if (plan.length === 0 && grep !== null) {
    throw new BadInput(`--grep "${grep.source}" fits no check. npm run check -- --list shows them all.`);
  }
  return plan;
}

/** A check's one-line name: what `--grep` looks in. */
export function nameOf({ lesson, check, variant, condition, title }: Planned): string {
  return [lesson, check, variant, condition, title].filter((part) => part !== null).join(" ");
}

/** One string a check, for maps. */
export function keyOf({ lesson, check, variant, condition }: Omit<Planned, "title" | "section">): string {
  return [lesson, check, variant ?? "", condition ?? ""].join("/");
}

function chooseLessons(lessons: readonly LessonMeta[], slugs: readonly string[]): readonly LessonMeta[] {
  const known = lessons.map(({ slug }) => slug);
  for (const slug of slugs) {
    if (!known.includes(slug)) {
      throw new BadInput(`There is no lesson "${slug}". ${oneOf(slug, known)}`);
    }
  }
  const withChecks = lessons.filter(({ checks }) => checks.length > 0);
  return slugs.length === 0 ? withChecks : withChecks.filter(({ slug }) => slugs.includes(slug));
}

function refuseUnknownVariants(lessons: readonly LessonMeta[], names: readonly string[]): void {
  const known = [...new Set(lessons.flatMap(({ variants }) => variants.map(({ name }) => name)))];
  const where = lessons.length === 1 ? `Lesson "${lessons[0]?.slug}" has` : "There is";
  for (const name of names) {
    if (known.includes(name)) continue;
    const advice = known.length === 0 ? "Leave --variant out." : oneOf(name, known);
    throw new BadInput(`${where} no variant "${name}". ${advice}`);
  }
}

/** Lessons without an exercise, when no variant was named. */
function nothingToJudge(lessons: readonly LessonMeta[]): string {
  const names = [...new Set(lessons.flatMap(({ variants }) => variants.map(({ name }) => name)))];
  const slugs = lessons.map(({ slug }) => slug).join(", ");
  return `There is no exercise in ${slugs}. Name a --variant: ${names.join(", ")}.`;
}

function oneOf(asked: string, known: readonly string[]): string {
  const meant = nearest(asked, known);
  return meant === undefined ? `Take one of ${known.join(", ")}.` : `Did you mean ${meant}?`;
}

function planLesson(lesson: LessonMeta, names: readonly string[]): Planned[] {
  const { slug, variants, conditions } = lesson;
  const wanted = names.length === 0 ? [SOLUTION] : names;
  const chosen = variants.map(({ name }) => name).filter((name) => wanted.includes(name));
  const judged = variants.length === 0 && names.length === 0 ? [null] : chosen;
  const under = conditions.length === 0 ? [null] : conditions.map(({ name }) => name);
  return judged.flatMap((variant) =>
    lesson.checks.flatMap((check: Check) =>
      under.map((condition) => ({
        lesson: slug,
        check: check.id,
        title: check.title,
        section: check.section,
        variant,
        condition,
      })),
    ),
  );
}
