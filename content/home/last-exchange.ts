import type { LabEvent } from "@/lib/lab/schemas";

/** One HTTP message of the exchange, with the tokens that it carried. */
export type WireLine = Pick<LabEvent, "seq" | "from" | "to" | "tokens"> & { text: string };

const turning = new Set(["POST /v1/auth/login", "POST /v1/auth/refresh"]);
/** The browser's request is at most this many events before the login or refresh; only notes lie between. */
const reach = 4;
const lines = 4;

/** The last sign-in or refresh, from the browser's request to the cookie that came back. */
export function lastExchange(events: readonly LabEvent[]): WireLine[] {
  const turn = events.findLastIndex(({ type, name }) => type === "request" && turning.has(name));
  if (turn < 0) return [];
  const before = events.slice(Math.max(0, turn - reach), turn);
  const asked = before.findLastIndex(({ type, from }) => type === "request" && from === "browser");
  const start = asked < 0 ? turn : turn - before.length + asked;
  return events
    .slice(start)
    .flatMap((event): WireLine[] => {
      const { seq, from, to, tokens, name } = event;
      if (name === "cookie.written")
        return [{ seq, from: "next", to: "browser", tokens, text: "Set-Cookie" }];
      const shown = event.type !== "note" && !(event.type === "response" && to === "browser");
      return shown ? [{ seq, from, to, tokens, text: name }] : [];
    })
    .slice(0, lines);
}
