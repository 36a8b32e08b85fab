import { z } from "zod";

/** The project's name in `GET /api/about`. */
export const PROJECT = "silent-refresh";

/** The answer of `GET /api/about`, which anybody may read. Unknown keys are dropped. */
export const aboutSchema = z.object({
  project: z.literal(PROJECT),
  /** The origin at which visitors reach the site (NEXTAUTH_URL). */
  url: z.url(),
  lessons: z.array(z.object({ slug: z.string(), variants: z.array(z.string()) })),
});

export type About = z.infer<typeof aboutSchema>;
