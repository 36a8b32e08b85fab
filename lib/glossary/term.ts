import * as z from "zod/mini";

const termSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** The term as the glossary lists it. */
  term: z.string().check(z.minLength(1)),
  /** Other forms of the term in prose. The plural in `s` needs no entry. */
  forms: z.optional(z.array(z.string().check(z.minLength(1)))),
  /** The definition, in a sentence or two; backticks mark code. */
  text: z.string().check(z.minLength(1)),
  /** The lesson section that explains the term. */
  lesson: z.object({ href: z.string().check(z.regex(/^\/lessons\//)), title: z.string() }),
});

export type Term = z.infer<typeof termSchema>;

/** A term in the folder of the lesson that is about it: `section` is the heading there, without its `#`. */
export type LessonTerm = Omit<z.input<typeof termSchema>, "lesson"> & { section: string };

/**
 * Checks a glossary when its module loads, and sorts it alphabetically.
 *
 * @throws Error when two terms share an id or a form, because that word would have two meanings
 */
export function defineGlossary(terms: z.input<typeof termSchema>[]): readonly Term[] {
  const parsed = z.array(termSchema).parse(terms);
  const taken = new Set<string>();
  for (const name of parsed.flatMap(({ id, term, forms = [] }) => [`#${id}`, term, ...forms])) {
    const key = name.toLowerCase();
    if (taken.has(key)) throw new Error(`the glossary has "${name}" twice`);
    taken.add(key);
  }
  return parsed.toSorted((a, b) => a.term.localeCompare(b.term, "en"));
}
