import { defineGlossary } from "@/lib/glossary/term";
import { catalog } from "./catalog";

/** The field's words, as the lessons use them: each lesson has the terms that it is about in its own `terms.ts`. */
export const glossary = defineGlossary(
  catalog.flatMap(({ meta: { slug, title }, terms = [] }) =>
    terms.map(({ section, ...term }) => ({
      ...term,
      lesson: { href: `/lessons/${slug}#${section}`, title },
    })),
  ),
);
