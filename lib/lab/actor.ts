/**
 * Request header by which the lab's attacker names itself, so that the timeline draws its requests in its own lane.
 * The backend reads the same header. It opens nothing: whoever sends it may do no more and no less.
 */
export const ACTOR_HEADER = "X-Lab-Actor";

export type Sender = "browser" | "attacker";

export function senderOf(headers: { get(name: string): string | null }): Sender {
  return headers.get(ACTOR_HEADER) === "attacker" ? "attacker" : "browser";
}
