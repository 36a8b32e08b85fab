import * as z from "zod/mini";
import { send } from "@/lib/lab/client/request";
import {
  eventPageSchema,
  type LabEvent,
  type LabSettings,
  type LabState,
  type LabTokens,
  labStateSchema,
  labTokensSchema,
} from "@/lib/lab/schemas";

/** The learner's own lab, by the calls that its panel makes. Each throws LabProblem when the lab cannot be reached. */
export const ask: typeof fetch = (path, init) => fetch(path, init);

export function readState(): Promise<LabState> {
  return send(ask, { method: "GET", path: "/mock-backend/lab/state" }, labStateSchema);
}

export async function changeSettings(body: Partial<LabSettings>): Promise<void> {
  await send(ask, { method: "PATCH", path: "/mock-backend/lab/settings", body }, z.unknown());
}

/** What this browser's session stands for. */
export function readTokens(): Promise<LabTokens> {
  return send(ask, { method: "GET", path: "/api/lab/tokens" }, labTokensSchema);
}

/** Gives this browser a session cookie that the site has made before. */
export async function putSession(session: string): Promise<void> {
  await send(ask, { method: "PUT", path: "/api/lab/tokens", body: { session } }, z.unknown());
}

/** Everything that the lab recorded after an event's number, in order. */
export async function eventsAfter(seq: number): Promise<LabEvent[]> {
  const path = `/mock-backend/lab/events?after=${seq}`;
  const { events, lastSeq } = await send(ask, { method: "GET", path }, eventPageSchema);
  const last = events.at(-1);
  return last && last.seq < lastSeq ? [...events, ...(await eventsAfter(last.seq))] : events;
}

export function post(
  path: string,
  body: unknown = {},
  actor: "browser" | "attacker" = "browser",
): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-Lab-Actor": actor };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
}
