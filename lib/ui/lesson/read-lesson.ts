import type { MDXContent } from "mdx/types";
import { createElement, type ReactNode } from "react";
import { markTerms } from "@/lib/glossary/mark-terms";
import type { Term } from "@/lib/glossary/term";
import type { LessonMeta } from "@/lib/lesson/meta";
import { type Heading, outlineOf, readingMinutes } from "@/lib/lesson/outline";
import { TermLink } from "@/lib/ui/glossary/term-link";
import { componentsFor, vocabularyOf } from "./components-for";

export type LessonSource = { meta: LessonMeta; prose: () => Promise<{ default: MDXContent }> };
export type ReadLesson = {
  meta: LessonMeta;
  tree: ReactNode;
  headings: Heading[];
  minutes: number;
  /** The glossary's terms that the tree marks. */
  terms: readonly Term[];
};

/**
 * Renders a lesson's MDX to a tree, and reads the outline from the same tree.
 *
 * @param glossary the terms to mark at their first occurrence
 * @throws Error when a check names a section that the lesson does not have
 */
export async function readLesson(
  { meta, prose }: LessonSource,
  glossary: readonly Term[] = [],
): Promise<ReadLesson> {
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
  const marked = markTerms(tree, glossary, (term, words) => createElement(TermLink, { term, words }));
  return { meta, ...marked, headings: outline.headings, minutes: readingMinutes(outline) };
}
