import type { BackendErrorCode } from "@/lib/backend/errors";

const allButRefused = {
  forbidden: true,
  "not-found": true,
  "locked-out": true,
  misconfigured: true,
  unavailable: true,
  malformed: true,
} as const satisfies Record<Exclude<BackendErrorCode, "refused">, true>;

/** Every code but the backend's no about the user: a code that is added fails to compile until it is listed. */
export const codesOtherThanRefused = Object.keys(allButRefused) as (keyof typeof allButRefused)[];
