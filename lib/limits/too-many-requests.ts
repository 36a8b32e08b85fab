import { jsonError } from "@/lib/http/json-error";
import { wantsPage } from "@/lib/http/wants-page";
import type { LimitName } from "./windows";

const what: Readonly<Record<LimitName | "streams", string>> = {
  labs: "Too many labs were made from your address",
  "sign-ins": "Too many sign-ins came from your address",
  attacks: "Too many attacks were started from your address",
  streams: "Too many timelines are open from your address",
};

/** A limit of the caller's address is reached. `message` is the sentence for the visitor. */
export class TooManyRequests extends Error {
  override readonly name = "TooManyRequests";

  constructor(
    readonly limit: LimitName | "streams",
    readonly retryAfterSeconds: number,
  ) {
    super(`${what[limit]}. Try again in ${retryAfterSeconds} s.`);
  }
}

/**
 * RFC 6585 §4, with RFC 9110 §10.2.3 for the wait.
 *
 * @param request where a tab may have asked for a page: then the sentence alone is the answer
 */
export function tooManyRequests(
  { message, retryAfterSeconds }: TooManyRequests,
  request?: Pick<Request, "headers">,
): Response {
  const refusal = jsonError(429, "too_many_requests", message, retryAfterSeconds);
  if (request === undefined || !wantsPage(request)) return refusal;
  const headers = new Headers(refusal.headers);
  headers.set("Content-Type", "text/plain; charset=utf-8");
  return new Response(message, { status: 429, headers });
}
