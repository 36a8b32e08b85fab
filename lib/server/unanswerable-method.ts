/** Answers 405; see `app/unsupported-method`. */
export const UNSUPPORTED_METHOD_PATH = "/unsupported-method";

/**
 * Whether Next would throw on a method: it makes a `Request` of what comes in, and Fetch forbids `TRACE` (Fetch,
 * forbidden method). Of its two companions, Node's parser refuses `TRACK`, and its server closes on `CONNECT`.
 */
export function isUnanswerable(method: string | undefined): boolean {
  return method === "TRACE";
}
