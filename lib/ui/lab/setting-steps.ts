import type { Fault, GraceReply, LabSettings } from "@/lib/lab/schemas";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

type NumberSetting = {
  key: "accessTtl" | "refreshIdleTtl" | "refreshAbsoluteTtl" | "grace" | "latencyMs";
  label: string;
  hint: string;
  unit: "s" | "ms";
  steps: readonly number[];
};

/** The numeric settings, with the values that the panel offers. */
export const numberSettings: readonly NumberSetting[] = [
  {
    key: "accessTtl",
    label: "Access token lives",
    hint: "From the next token on. 15 to 30 min is usual.",
    unit: "s",
    steps: [8, 30, minute, 5 * minute, 15 * minute, 30 * minute, hour, day, 30 * day],
  },
  {
    key: "refreshIdleTtl",
    label: "Refresh token lives unused",
    hint: "Each refresh starts it anew.",
    unit: "s",
    steps: [30, minute, 15 * minute, hour, day, 7 * day, 30 * day],
  },
  {
    key: "refreshAbsoluteTtl",
    label: "Sign-in lives at most",
    hint: "No refresh extends it.",
    unit: "s",
    steps: [minute, hour, day, 7 * day, 30 * day, 90 * day],
  },
  {
    key: "grace",
    label: "Grace window",
    hint: "How long a refresh token just used is forgiven if it comes again.",
    unit: "s",
    steps: [0, 5, 10, 30, 60],
  },
  {
    key: "latencyMs",
    label: "Backend answers after",
    hint: "Added to every answer of the API.",
    unit: "ms",
    steps: [0, 200, 1000, 3000, 10_000],
  },
];

type SwitchSetting = { key: "rotation" | "reuseDetection" | "clientAuth"; label: string; hint: string };

export const switchSettings: readonly SwitchSetting[] = [
  { key: "rotation", label: "Rotation", hint: "Each refresh token works once." },
  { key: "reuseDetection", label: "Reuse detection", hint: "A spent one ends the whole sign-in." },
  {
    key: "clientAuth",
    label: "Client authentication",
    hint: "Sign-in, refresh and sign-out need the app’s own secret.",
  },
];

/** Completes a sentence that begins with "The backend". */
export const faultNames: Record<Fault, string> = {
  none: "works",
  outage: "is down (503)",
  "refresh-only": "is down for refresh only",
  "api-only": "is down for the API only",
  "client-refused": "refuses the app’s secret",
  timeout: "never answers",
  "lost-answer": "loses refresh answers",
  malformed: "answers nonsense",
  "slow-first": "is slow once, 2 seconds",
};

/** The reply to the second use of a refresh token within the grace window. */
export const graceReplyNames: Record<GraceReply, string> = {
  successor: "the same successor",
  none: "409 and no successor",
};

/** The offered values, and the current value if it is not among them. */
export function stepsWith(steps: readonly number[], present: number): number[] {
  return steps.includes(present) ? [...steps] : [...steps, present].sort((a, b) => a - b);
}

export type SettingKey = keyof LabSettings;
