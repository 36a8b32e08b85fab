import { z } from "zod";

/** How a site of this project names itself. */
export const PROJECT = "silent-refresh";

/** `GET /api/about`: what anybody may know of a site before they check it. Unknown keys are dropped. */
export const aboutSchema = z.object({
  project: z.literal(PROJECT),
  /** The origin under which the site expects its visitors (NEXTAUTH_URL). */
  url: z.url(),
  lessons: z.array(z.object({ slug: z.string(), variants: z.array(z.string()) })),
});

export type About = z.infer<typeof aboutSchema>;
