import { jsonError } from "@/lib/http/json-error";

/** What `lib/server/malformed-target.ts` sends a request to whose path cannot be read. */
export function refuseMalformed(): Response {
  return jsonError(
    400,
    "malformed_path",
    "The address holds bytes that are no text: see the signs after each %.",
  );
}
