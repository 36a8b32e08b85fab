import { createLab, LabError, labOffsetSeconds } from "@/lib/lab/control";
import { parseLabId } from "@/lib/lab/cookies";
import { countAgainst } from "@/lib/limits/count";

export type OpenedLab = {
  id: string;
  offsetSeconds: number;
  /** `created`: this browser had none. `renewed`: it had one that the backend no longer knows. */
  origin: "kept" | "created" | "renewed";
};

/**
 * The lab that a cookie names, or a new one where there is none, or none any more.
 *
 * @param cookie the lab cookie's value as received: it may be forged, stale or missing
 * @param headers the request's, with the address that a new lab counts for
 * @throws LabError `unreachable`, TooManyRequests when this address has made too many labs
 */
export async function openLab(cookie: string | undefined, headers: Headers): Promise<OpenedLab> {
  const id = parseLabId(cookie);
  if (id !== null) {
    try {
      return { id, offsetSeconds: await labOffsetSeconds(id), origin: "kept" };
    } catch (error) {
      if (!(error instanceof LabError) || error.code !== "unknown") throw error;
    }
  }
  await countAgainst("labs", headers);
  return { id: await createLab(), offsetSeconds: 0, origin: cookie === undefined ? "created" : "renewed" };
}
