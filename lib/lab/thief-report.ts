import * as z from "zod/mini";

/** What a thief got from elsewhere; null where there was nothing to use, or it was refused. */
export const thiefReportSchema = z.object({
  /** With the access token, at the backend. */
  notes: z.nullable(z.array(z.string())),
  /** With the session cookie, at the app: whom it takes them for. */
  user: z.nullable(z.string()),
});

export type ThiefReport = z.infer<typeof thiefReportSchema>;
