import type { ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { Term } from "@/lib/glossary/term";
import type { LessonMeta } from "@/lib/lesson/meta";
import type { Entry } from "./entry.ts";

type Section = { id: string; title: string; text: string };

/**
 * The entries of a lesson: the lesson itself, each section with its text, and each claim.
 *
 * @param prose the lesson's HTML nodes (lib/markdown)
 */
export function lessonEntries(meta: LessonMeta, prose: readonly ElementContent[]): Entry[] {
  const address = `/lessons/${meta.slug}`;
  const [opening, ...sections] = sectionsOf(prose);
  return [
    {
      id: address,
      kind: "lesson",
      title: meta.title,
      where: meta.summary,
      href: address,
      text: opening?.text ?? "",
    },
    ...sections.map(
      ({ id, title, text }): Entry => ({
        id: `${address}#${id}`,
        kind: "section",
        title,
        where: meta.title,
        href: `${address}#${id}`,
        text,
      }),
    ),
    ...meta.claims.map(
      ({ id, text, check }): Entry => ({
        id: `${address}#claim-${id}`,
        kind: "claim",
        title: text.replaceAll("`", ""),
        where: meta.title,
        href: `${address}#claim-${id}`,
        text: meta.checks.find((each) => each.id === check)?.title ?? "",
      }),
    ),
  ];
}

/** Splits prose into the text before the first heading, and one section for each heading. */
function sectionsOf(prose: readonly ElementContent[]): Section[] {
  const sections: Section[] = [{ id: "", title: "", text: "" }];
  for (const node of prose) {
    const heading = node.type === "element" && /^h[23]$/.test(node.tagName) ? node : undefined;
    const last = sections.at(-1);
    if (heading) sections.push({ id: String(heading.properties.id), title: textOf(heading), text: "" });
    else if (last) last.text = `${last.text} ${wordsOf(node)}`;
  }
  return sections.map((section) => ({ ...section, text: readable(section.text) }));
}

/** Joins a section's text to one line, and removes the names of checks that the text version adds to claims. */
function readable(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?\(claim \d+, check [\w-]+\)/g, "")
    .trim();
}

/** The words of a node, with a space where a block or a cell ends. */
function wordsOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  const inner = node.children.map(wordsOf).join("");
  return /^(p|li|td|th|tr|pre|blockquote|dt|dd|figcaption|caption)$/.test(node.tagName) ? `${inner} ` : inner;
}

/** The entry of a glossary term. */
export function termEntry({ id, term, text }: Term): Entry {
  const href = `/glossary#${id}`;
  return { id: href, kind: "term", title: term, where: "Glossary", href, text: text.replaceAll("`", "") };
}
