import type { BackendCall } from "@/lib/lab/server/context";

/** Where an action stopped. The last three were told by the backend. */
export type RefusalStep = "session" | "input" | "permission" | "ownership" | "backend";

/**
 * Which step refused, told from outside: by the answer, and by the calls that the action made before it.
 *
 * @param error the code or sentence that the action answered with
 * @param calls the action's calls to the API under study, in order
 */
export function refusalStep(error: string, calls: readonly BackendCall[]): RefusalStep {
  const last = calls.at(-1);
  if (last === undefined) {
    if (error === "invalid") return "input";
    return /signed.(in|out)/.test(error) ? "session" : "permission";
  }
  if (last.status >= 500 || last.status === 0) return "backend";
  return last.path.startsWith("/v1/notes") && last.status !== 401 ? "ownership" : "permission";
}
