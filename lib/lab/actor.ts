/**
 * Request header by which the lab's attacker names itself, so that the timeline draws its requests in its own lane.
 * The backend reads the same header. It opens nothing: whoever sends it may do no more and no less.
 */
export const ACTOR_HEADER = "X-Lab-Actor";

/** `terminal`: a program such as curl, which the learner runs beside the browser. */
export type Sender = "browser" | "attacker" | "terminal";

type Headers = { get(name: string): string | null };

/** Who sends a request that reaches this site. */
export function senderOf(headers: Headers): Sender {
  const named = headers.get(ACTOR_HEADER);
  if (named === "attacker") return "attacker";
  return named === "browser" || isBrowser(headers) ? "browser" : "terminal";
}

/**
 * By a browser's marks: Fetch Metadata (W3C), which browsers leave out over plain http from another machine, or the
 * "Mozilla/5.0" that all of them begin their `User-Agent` with. Whoever forges them is drawn as a browser, and gains
 * nothing by that.
 */
function isBrowser(headers: Headers): boolean {
  return (
    headers.get("sec-fetch-mode") !== null ||
    headers.get("sec-fetch-site") !== null ||
    (headers.get("user-agent") ?? "").startsWith("Mozilla/")
  );
}
