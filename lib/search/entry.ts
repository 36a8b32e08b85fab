import * as z from "zod/mini";

/** What can be found: a lesson, a section of one, a claim, a term of the glossary. */
export const entrySchema = z.object({
  id: z.string(),
  kind: z.enum(["lesson", "section", "claim", "term"]),
  title: z.string(),
  /** The lesson or page that it stands in. */
  where: z.string(),
  href: z.string().check(z.regex(/^\/(?!\/)/)),
  text: z.string(),
});

export type Entry = z.infer<typeof entrySchema>;
