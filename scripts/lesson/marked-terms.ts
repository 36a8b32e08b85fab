import { createElement } from "react";
import { glossary } from "@/content/glossary";
import { markTerms } from "@/lib/glossary/mark-terms";
import { defineGlossary, type LessonTerm } from "@/lib/glossary/term";

/**
 * The terms of the glossary that a lesson's running text marks, found without rendering the lesson: headings, code, links,
 * tables and parts in capitals are taken out first.
 *
 * @param own the lesson's own terms, which the site's glossary may not have yet
 */
export function markedTerms(prose: string, own: readonly LessonTerm[]): string[] {
  const running = prose
    .replaceAll(/^ *```[\s\S]*?^ *```/gm, "")
    .replaceAll(/<(Predict|Note)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/^(import |#|\|).*$/gm, "")
    .replaceAll(/`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]*>/g, "");
  const known = glossary.map(({ id }) => id);
  const added = own
    .filter(({ id }) => !known.includes(id))
    .map(({ section: _section, ...term }) => ({ ...term, lesson: { href: "/lessons/new", title: "New" } }));
  const terms = defineGlossary([...glossary, ...added]);
  const mark = (_: unknown, words: string) => createElement("a", null, words);
  return markTerms(createElement("p", null, running), terms, mark).terms.map(({ id }) => id);
}
