/**
 * Every failure between the panel and the lab. A closed set.
 * - `unreachable`: the site does not answer (offline or stopped)
 * - `backend_down`: the site answers, and the mock backend behind it does not
 * - `lab_gone`: the lab has expired, or there is none yet
 * - `rate_limited`: too many calls; `retryAfterSeconds` says when to try again
 * - `refused`: a coded refusal of this call (`reason`), for example a setting out of bounds
 * - `unexpected`: an answer outside the contract
 */
export type ProblemCode =
  | "unreachable"
  | "backend_down"
  | "lab_gone"
  | "rate_limited"
  | "refused"
  | "unexpected";

type ProblemParts = {
  /** The server's error code, if it sent one. */
  reason?: string | undefined;
  retryAfterSeconds?: number | undefined;
};

/** A failed call to the lab. `message` is one sentence for the learner. */
export class LabProblem extends Error {
  readonly code: ProblemCode;
  readonly reason: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, message: string, parts: ProblemParts = {}) {
    super(message);
    this.name = "LabProblem";
    this.code = code;
    this.reason = parts.reason;
    this.retryAfterSeconds = parts.retryAfterSeconds;
  }
}

/** Converts anything thrown to a LabProblem, so that a caller handles one type of error. */
export function asProblem(thrown: unknown): LabProblem {
  if (thrown instanceof LabProblem) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new LabProblem("unexpected", message);
}
