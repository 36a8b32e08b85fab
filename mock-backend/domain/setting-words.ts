import type { SettingsChange } from "./settings.ts";

type Words = (value: unknown) => string;

const lifetime =
  (sentence: (duration: string) => string): Words =>
  (value) =>
    sentence(inSeconds(Number(value)));
const either =
  (on: string, off: string): Words =>
  (value) =>
    value ? on : off;
const oneOf =
  (sentences: Readonly<Record<string, string>>, other: (value: string) => string): Words =>
  (value) =>
    sentences[String(value)] ?? other(String(value));

/** What each setting does from now on, in a sentence: a learner reads the timeline without the names of the code. */
const words: Readonly<Record<string, Words>> = {
  accessTtl: lifetime((duration) => `Access tokens now live ${duration}.`),
  refreshIdleTtl: lifetime((duration) => `Refresh tokens now live ${duration} unused.`),
  refreshAbsoluteTtl: lifetime((duration) => `A sign-in now lives ${duration} at most.`),
  grace: (value) =>
    value === 0 ? "There is no grace window now." : `The grace window is now ${inSeconds(Number(value))}.`,
  graceReply: oneOf(
    {
      successor: "A refresh within the grace window now brings the successor.",
      none: "A refresh within the grace window now brings no successor.",
    },
    (value) => `A refresh within the grace window now brings ${value}.`,
  ),
  rotation: either(
    "Each refresh token now works once.",
    "Refresh tokens now work again and again: rotation is off.",
  ),
  reuseDetection: either(
    "A spent refresh token now ends its whole sign-in.",
    "A spent refresh token now ends nothing: reuse detection is off.",
  ),
  clientAuth: either(
    "Sign-in and refresh now need the app's own secret.",
    "Sign-in and refresh now need no secret of the app's.",
  ),
  latencyMs: (value) =>
    value === 0
      ? "The backend now answers without delay."
      : `The backend now answers after ${inMs(Number(value))}.`,
  fault: oneOf(
    {
      none: "The backend now works.",
      outage: "The backend is now down: it answers 503.",
      timeout: "The backend now never answers.",
      malformed: "The backend now answers something else than was asked for.",
      "slow-first": "The backend now takes two seconds for its next answer.",
      "refresh-only": "Only the backend's refresh is down now.",
      "api-only": "Only the backend's API is down now.",
      "client-refused": "The backend now refuses the app's own secret.",
      "lost-answer": "The backend now does what it is asked, and its answer is lost.",
    },
    (value) => `The backend's fault is now "${value}".`,
  ),
};

/** Whether a setting has a sentence of its own. */
export function isDescribed(name: string): boolean {
  return Object.hasOwn(words, name);
}

/**
 * What has changed, a sentence for each setting.
 *
 * @param change in the settings' own units: seconds, milliseconds
 */
export function settingsInWords(change: SettingsChange): string {
  return Object.entries(change)
    .map(([name, value]) => words[name]?.(value) ?? `${spaced(name)}: ${value}.`)
    .join(" ");
}

/** `graceReply` as "Grace reply". */
function spaced(name: string): string {
  const lower = name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "15 minutes", "1 day 12 hours", "1 minute 30 seconds". */
function inSeconds(seconds: number): string {
  let rest = seconds;
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? "" : "s"}`];
  });
  return parts.join(" ") || "0 seconds";
}

function inMs(ms: number): string {
  return ms % 1000 === 0 ? inSeconds(ms / 1000) : `${ms} ms`;
}
