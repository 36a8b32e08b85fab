import { jsonError } from "@/lib/http/json-error";

/** What `lib/server/unanswerable-method.ts` sends a request to whose method nothing here has. RFC 9110 §15.5.6. */
export function refuseMethod(): Response {
  const answer = jsonError(405, "method_not_allowed", "Nothing here has this method.");
  answer.headers.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  return answer;
}
