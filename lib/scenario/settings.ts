/** The ways in which the mock backend can fail: one list, for the site's schemas, the tests and `check:app`. */
export const faults = [
  "none",
  "outage",
  "refresh-only",
  "api-only",
  "client-refused",
  "timeout",
  "lost-answer",
  "malformed",
  "slow-first",
] as const;
export type Fault = (typeof faults)[number];

/** What the second use of a refresh token gets within the grace window. */
export const graceReplies = ["successor", "none"] as const;
export type GraceReply = (typeof graceReplies)[number];

/** What a lab can be set to. Lifetimes and grace in seconds. */
export type LabSettings = {
  accessTtl: number;
  refreshIdleTtl: number;
  refreshAbsoluteTtl: number;
  grace: number;
  graceReply: GraceReply;
  rotation: boolean;
  reuseDetection: boolean;
  clientAuth: boolean;
  latencyMs: number;
  fault: Fault;
};
