import * as z from "zod/mini";

const named = z.array(z.tuple([z.string(), z.string()]));

/** What `POST /api/lab/attack` answers, as the panel parses it. */
export const attackReportSchema = z.object({
  variant: z.string(),
  /** What was done beforehand, one sentence each. */
  arranged: z.array(z.string()),
  /** The request as a line for a shell. */
  curl: z.string(),
  answer: z.object({
    status: z.int(),
    headers: named,
    body: z.string(),
    /** Bytes beyond what is shown. */
    cutBytes: z.int(),
  }),
  /** What is different at the backend now; empty when the attack changed nothing. */
  changes: z.array(z.string()),
  notes: z.array(z.object({ id: z.string(), title: z.string(), owner: z.string(), gone: z.boolean() })),
  users: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
});

export type AttackReport = z.infer<typeof attackReportSchema>;
