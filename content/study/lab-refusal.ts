import { jsonError } from "@/lib/http/json-error";
import { LabError } from "@/lib/lab/control";

/**
 * What a Route Handler answers to a request that it cannot take into its lab.
 *
 * @throws whatever is no LabError
 */
export function labRefusal(error: unknown): Response {
  if (!(error instanceof LabError)) throw error;
  return error.code === "unknown"
    ? jsonError(400, "lab_required", "This browser has no lab yet: POST /api/lab makes one.")
    : jsonError(502, "backend_unreachable", "The mock backend does not answer.");
}
