import type { LessonMeta } from "@/lib/lesson/meta";
import type { Planned } from "./plan";

/** What `--list` prints: the checks that would run, by lesson, and the variants that can be named. */
export function listLines(plan: readonly Planned[], lessons: readonly LessonMeta[]): string[] {
  const listed = lessons.filter(({ slug }) => plan.some(({ lesson }) => lesson === slug));
  return listed.flatMap(({ slug, title, variants, conditions }, at) => {
    const own = plan.filter(({ lesson }) => lesson === slug);
    const names = [...new Set(own.map(({ check }) => check))];
    const width = Math.max(...names.map((name) => name.length));
    return [
      ...(at === 0 ? [] : [""]),
      `${slug}: ${title}`,
      ...(variants.length > 0 ? [`  variants: ${variants.map(({ name }) => name).join(", ")}`] : []),
      ...(conditions.length > 0 ? [`  each under: ${conditions.map(({ name }) => name).join(", ")}`] : []),
      ...names.map((name) => {
        const sentence = own.find(({ check }) => check === name)?.title ?? "";
        return `  ${name.padEnd(width)}  ${sentence}`;
      }),
    ];
  });
}
