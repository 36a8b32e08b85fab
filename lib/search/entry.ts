import * as z from "zod/mini";

/** An entry of the search index: a lesson, a section, a claim, or a term of the glossary. */
export const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(["lesson", "section", "claim", "term"]),
  title: z.string(),
  /** The lesson or page that contains the entry. */
  where: z.string(),
  href: z.string().check(z.regex(/^\/(?!\/)/)),
  text: z.string(),
});

export type Entry = z.infer<typeof entrySchema>;
