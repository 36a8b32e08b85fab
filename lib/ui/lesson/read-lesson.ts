import type { MDXContent } from "mdx/types";
import type { ReactNode } from "react";
import type { LessonMeta } from "@/lib/lesson/meta";
import { type Heading, outlineOf, readingMinutes } from "@/lib/lesson/outline";
import { componentsFor, vocabularyOf } from "./components-for";

export type LessonSource = { meta: LessonMeta; prose: () => Promise<{ default: MDXContent }> };
export type ReadLesson = { meta: LessonMeta; tree: ReactNode; headings: Heading[]; minutes: number };

/**
 * Renders a lesson's MDX to its tree, and reads the outline from that same tree.
 *
 * @throws Error when a check names a section that the lesson does not have
 */
export async function readLesson({ meta, prose }: LessonSource): Promise<ReadLesson> {
  const { default: content } = await prose();
  const components = componentsFor(meta);
  const tree = content({ components });
  const outline = outlineOf(tree, vocabularyOf(components));
  const sections = new Set(outline.headings.map(({ id }) => id));
  for (const { id, section } of meta.checks) {
    if (!sections.has(section)) {
      throw new Error(
        `lesson ${meta.slug}: check ${id} names no section: ${section} (${[...sections].join(", ")})`,
      );
    }
  }
  return { meta, tree, headings: outline.headings, minutes: readingMinutes(outline) };
}
