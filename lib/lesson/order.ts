import type { LessonMeta } from "./meta";

type HasMeta = { meta: Pick<LessonMeta, "slug" | "order"> };

/**
 * Sorts lessons by the order that they declare.
 *
 * @throws Error when two lessons share a slug or an order, because one of them could not be reached
 */
export function inOrder<Lesson extends HasMeta>(lessons: readonly Lesson[]): readonly Lesson[] {
  for (const key of ["slug", "order"] as const) {
    const taken = new Set<string | number>();
    for (const { meta } of lessons) {
      if (taken.has(meta[key])) throw new Error(`two lessons have the ${key} ${meta[key]}`);
      taken.add(meta[key]);
    }
  }
  return lessons.toSorted((a, b) => a.meta.order - b.meta.order);
}
