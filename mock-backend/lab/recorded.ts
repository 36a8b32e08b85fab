import type { Context } from "hono";
import { clip } from "../domain/clip.ts";
import type { Body } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";

/** Headers that a timeline shows. It shows no client's secret and no cookie, not even in a lab. */
const SHOWN_HEADERS = ["authorization", "content-type", "accept", "user-agent"];

const LOGIN = "/v1/auth/login";

/** The request as the timeline keeps it: tokens whole, because only this lab reads them; passwords never. */
export function recordedRequest(context: Context<BackendEnv>, body: Body): Record<string, unknown> {
  const headers: Record<string, string> = {};
  for (const name of SHOWN_HEADERS) {
    const value = context.req.header(name);
    if (value !== undefined) headers[name] = clip(withoutClientSecret(value));
  }
  const { method, path } = context.req;
  return { method, path: clip(path), headers, ...recordedBody(path, body) };
}

/** A login shows the names of its fields, so that the learner sees when the app posted its whole form. */
function recordedBody(path: string, body: Body): { body: string; fields?: string[] } {
  if (path !== LOGIN) return { body: clip(body.text) };
  if (body.kind !== "json" || typeof body.value !== "object" || body.value === null) {
    return { body: body.text === "" ? "" : "(not shown: it may hold a password)" };
  }
  const shown = "password" in body.value ? { ...body.value, password: "(not shown)" } : body.value;
  return {
    body: clip(JSON.stringify(shown)),
    fields: Object.keys(body.value).map((name) => clip(name, 100)),
  };
}

function withoutClientSecret(value: string): string {
  return /^basic /i.test(value) ? "Basic (not shown)" : value;
}
