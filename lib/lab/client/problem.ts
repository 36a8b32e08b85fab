/**
 * Everything that can go wrong between the panel and the lab, as a closed set.
 * - `unreachable`: the site itself does not answer (offline, stopped)
 * - `backend_down`: the site answers, the mock backend behind it does not
 * - `lab_gone`: the lab has expired, or there is none yet
 * - `rate_limited`: too many calls; `retryAfterSeconds` says when to try again
 * - `refused`: a coded refusal of this call (`reason`), for example a setting out of bounds
 * - `unexpected`: an answer that is not in the contract
 */
export type ProblemCode =
  | "unreachable"
  | "backend_down"
  | "lab_gone"
  | "rate_limited"
  | "refused"
  | "unexpected";

type ProblemParts = {
  /** The server's own error code, where it gave one. */
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

/** Makes a problem of whatever was thrown, so that a caller handles one kind of error. */
export function asProblem(thrown: unknown): LabProblem {
  if (thrown instanceof LabProblem) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new LabProblem("unexpected", message);
}
