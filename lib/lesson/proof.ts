import { z } from "zod";

/** Red or green; by the condition's name where the lesson's conditions differ. */
const outcomeSchema = z.union([z.enum(["red", "green"]), z.record(z.string(), z.enum(["red", "green"]))]);

const columnSchema = z.object({
  /** `site` stands for a lesson without variants. */
  name: z.string(),
  kind: z.enum(["wrong", "right", "starter", "solution", "mutant"]),
  /** Of a mutant: what is wrong with it. */
  summary: z.string().optional(),
  /** Of a mutant: what was changed, a variant's name or `backend`. */
  of: z.string().optional(),
});

/** What `npm run check:prove` has measured: which check was red on which version. Of a mutant only its killers ran. */
export const proofSchema = z.object({
  version: z.literal(1),
  lessons: z.array(
    z.object({
      lesson: z.string(),
      columns: z.array(columnSchema),
      checks: z.array(z.object({ check: z.string(), outcomes: z.record(z.string(), outcomeSchema) })),
      /** Mutants that no check can see, and the unit tests that were red on them. */
      unitTests: z.array(z.object({ mutant: z.string(), tests: z.array(z.string()) })),
    }),
  ),
});

export type Proof = z.infer<typeof proofSchema>;
export type LessonProof = Proof["lessons"][number];
export type ProofColumn = z.infer<typeof columnSchema>;
export type ProofOutcome = z.infer<typeof outcomeSchema>;

/** True when the outcome is red, under whichever condition. */
export function isRed(outcome: ProofOutcome | undefined): boolean {
  return typeof outcome === "string" ? outcome === "red" : Object.values(outcome ?? {}).includes("red");
}

/** True when the outcome is green, under whichever condition. */
export function isGreen(outcome: ProofOutcome | undefined): boolean {
  return typeof outcome === "string" ? outcome === "green" : Object.values(outcome ?? {}).includes("green");
}
