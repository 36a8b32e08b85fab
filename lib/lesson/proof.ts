import { z } from "zod";

/** Red or green; an object by condition where the conditions differ. */
const outcomeSchema = z.union([z.enum(["red", "green"]), z.record(z.string(), z.enum(["red", "green"]))]);

const columnSchema = z.object({
  /** A variant's or mutant's name; `site` for a lesson without variants. */
  name: z.string(),
  kind: z.enum(["wrong", "right", "starter", "solution", "mutant"]),
  /** The fault of a mutant. */
  summary: z.string().optional(),
  /** What a mutant changes: a variant's name or `backend`. */
  of: z.string().optional(),
});

/** What `npm run check:prove` measured: the outcome of each check. On a mutant only its `killedBy` checks ran. */
export const proofSchema = z.object({
  version: z.literal(1),
  lessons: z.array(
    z.object({
      lesson: z.string(),
      columns: z.array(columnSchema),
      checks: z.array(z.object({ check: z.string(), outcomes: z.record(z.string(), outcomeSchema) })),
      /** Mutants that no check can detect, and the unit tests that were red on them. */
      unitTests: z.array(z.object({ mutant: z.string(), tests: z.array(z.string()) })),
    }),
  ),
});

export type Proof = z.infer<typeof proofSchema>;
export type LessonProof = Proof["lessons"][number];
export type ProofColumn = z.infer<typeof columnSchema>;
export type ProofOutcome = z.infer<typeof outcomeSchema>;

/** Whether the outcome is red under any condition. */
export function isRed(outcome: ProofOutcome | undefined): boolean {
  return typeof outcome === "string" ? outcome === "red" : Object.values(outcome ?? {}).includes("red");
}

/** Whether the outcome is green under any condition. */
export function isGreen(outcome: ProofOutcome | undefined): boolean {
  return typeof outcome === "string" ? outcome === "green" : Object.values(outcome ?? {}).includes("green");
}
