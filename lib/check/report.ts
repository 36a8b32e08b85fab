import { z } from "zod";

/** What `npm run check -- --json FILE` writes. A field that changes its meaning or is removed makes a new version. */
export const REPORT_VERSION = 1;

export const statusSchema = z
  .enum(["pass", "fail", "error", "skipped"])
  .describe(
    "pass: the behaviour is right. fail: it is wrong. error: no verdict, because the site was not reached, is set up wrong, or the check broke off. skipped: the site lacks this lesson or variant.",
  );

const actorSchema = z.enum(["browser", "next", "backend", "attacker", "terminal"]);

export const timelineEventSchema = z
  .looseObject({
    seq: z.number().int().describe("Its number, from 1."),
    at: z.number().describe("Milliseconds by which the lab’s clock had been moved."),
    from: actorSchema.describe("Who sent it."),
    to: actorSchema.describe("Who got it; the sender itself for a note."),
    name: z.string().describe("A request’s method and path, an answer’s status, or the name of a note."),
    outcome: z.enum(["ok", "refused", "failed", "info"]).describe("What came of it."),
    code: z.string().optional().describe("The stable code of a refusal."),
    tokens: z
      .string()
      .optional()
      .describe("Which tokens it carried, such as R2/1: refresh token 2 of sign-in 1. With + where issued."),
    text: z.string().optional().describe("A note’s sentence."),
  })
  .describe("One line of the lab’s timeline. It holds no token.");

export const resultSchema = z
  .object({
    lesson: z.string().describe("The lesson’s slug."),
    check: z.string().describe("The check’s id, as --list names it."),
    title: z.string().describe("The check in one sentence."),
    variant: z
      .string()
      .nullable()
      .describe("What was checked, such as yours; null in a lesson without variants."),
    condition: z
      .string()
      .nullable()
      .describe("The backend’s settings, such as grace-10; null where a lesson has one set only."),
    status: statusSchema,
    durationMs: z.number().int().nonnegative().describe("How long the check took."),
    message: z.string().nullable().describe("What was seen, in one line. null on a plain pass."),
    expected: z.string().nullable().describe("What was expected, in one line. null on a pass."),
    section: z.url().describe("The section of the lesson that explains it, on the site that was checked."),
    timeline: z.array(timelineEventSchema).describe("What happened in the lab of a check that failed."),
  })
  .describe("One check of one variant under one condition.");

export const targetSchema = z
  .object({
    name: z.string().nullable().describe("From the roster; null for a single site."),
    url: z.string().describe("The site’s origin; empty for a line of the roster that names none."),
    problem: z
      .string()
      .nullable()
      .describe("Why none of its checks could run, in one sentence; null when they ran."),
    results: z.array(resultSchema).describe("Every check that was asked for, in the lessons’ order."),
  })
  .describe("One site.");

export const reportSchema = z.object({
  version: z.literal(REPORT_VERSION).describe("Of this format."),
  startedAt: z.iso.datetime().describe("When the run began, in UTC."),
  durationMs: z.number().int().nonnegative().describe("How long the whole run took."),
  targets: z.array(targetSchema).describe("In the order of the roster; one without a roster."),
});

export type Status = z.infer<typeof statusSchema>;
export type TimelineEvent = z.infer<typeof timelineEventSchema>;
export type CheckResult = z.infer<typeof resultSchema>;
export type TargetReport = z.infer<typeof targetSchema>;
export type Report = z.infer<typeof reportSchema>;
