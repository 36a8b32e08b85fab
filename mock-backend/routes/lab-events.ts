import type { Context } from "hono";
import { z } from "zod";
import { clipDetail } from "../domain/clip.ts";
import { MAX_EVENTS } from "../domain/event.ts";
import { jsonBody, queryParameter } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import { invalidRequest } from "../http/errors.ts";
import { json, jsonText } from "../http/reply.ts";
import { type AppEvent, appEventsSchema } from "../lab/app-event.ts";
import { eventStream } from "../lab/event-stream.ts";
import { holdingOf, marksOf } from "../lab/resolve-tokens.ts";
import type { EventPage } from "../store/event-log.ts";
import type { Route } from "./route.ts";

const seqSchema = z.coerce.number<string>("a number").int().min(0).optional();
const limitSchema = z.coerce.number<string>("a number").int().min(1).max(MAX_EVENTS).default(MAX_EVENTS);

async function readEvents(context: Context<BackendEnv>): Promise<Response> {
  const after = parseAfter(context);
  const { events } = context.get("lab");
  const accept = context.req.header("accept") ?? "";
  if (accept.includes("application/json") && !accept.includes("text/event-stream")) {
    const page = events.page(after ?? 0, queryParameter(context, "limit", limitSchema));
    return jsonText(context, 200, pageText(page));
  }
  const { id } = context.get("lab");
  const { store } = context.get("services");
  context.header("Content-Type", "text/event-stream");
  context.header("Cache-Control", "no-store, no-transform");
  context.header("X-Accel-Buffering", "no");
  return eventStream(context, events, { after, isAlive: () => store.has(id) });
}

/** The events are JSON already: nothing is parsed to be written again. */
function pageText({ events, firstSeq, lastSeq }: EventPage): string {
  return `{"events":[${events.join(",")}],"firstSeq":${firstSeq},"lastSeq":${lastSeq}}`;
}

/** `Last-Event-ID` wins: a browser that reconnects sends it with the address that it first opened. */
function parseAfter(context: Context<BackendEnv>): number | undefined {
  const header = context.req.header("last-event-id");
  if (header === undefined) return queryParameter(context, "after", seqSchema);
  const parsed = seqSchema.safeParse(header);
  if (!parsed.success) throw invalidRequest("Last-Event-ID: an event's number.");
  return parsed.data;
}

async function addEvents(context: Context<BackendEnv>): Promise<Response> {
  const added = jsonBody(context.get("body"), appEventsSchema);
  for (const event of added) await addEvent(context, event);
  return json(context, 201, { seq: context.get("lab").events.page(0, 0).lastSeq });
}

async function addEvent(context: Context<BackendEnv>, event: AppEvent): Promise<void> {
  const lab = context.get("lab");
  const { sha256 } = context.get("services").crypto;
  const { holds, carries, detail, ...rest } = event;
  if (holds) await lab.holders.update(holds.holder, holdingOf(lab, holds, sha256));
  const tokens = carries ? marksOf(lab, carries, sha256) : [];
  lab.events.append({ ...rest, tokens, ...(detail ? { detail: clipDetail(detail) } : {}) });
}

export const labEventRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/lab/events",
    does: "the timeline, as server-sent events or a page of JSON",
    handler: readEvents,
  },
  { method: "POST", path: "/lab/events", does: "the app's own events", handler: addEvents },
];
