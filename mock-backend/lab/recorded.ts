import type { Context } from "hono";
import { MAX_DETAIL_TEXT, type TokenMark } from "../domain/event.ts";
import type { Body } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import type { LabStore } from "../store/store.ts";

/** Headers that a timeline shows. A client's secret and foreign cookies are nobody's business, not even in a lab. */
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

/** A login shows the names of the fields received, so that a form posted whole is seen for what it is. */
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

/** Cuts a text that would not fit into the ring. */
export function clip(text: string, length = MAX_DETAIL_TEXT): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (cut)`;
}

function withoutClientSecret(value: string): string {
  return /^basic /i.test(value) ? "Basic (not shown)" : value;
}

/** The tokens that a request carries, as far as this lab knows them: a forged token has no generation. */
export function carriedTokens(
  context: Context<BackendEnv>,
  lab: LabStore,
  body: Body,
  sha256: (text: string) => string,
): TokenMark[] {
  const marks: TokenMark[] = [];
  const bearer = /^bearer +(.+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (bearer !== undefined) {
    const access = lab.families.findAccess(sha256(bearer));
    if (access) marks.push(mark("access", access));
  }
  const presented = presentedToken(body);
  if (presented !== undefined) {
    const hash = sha256(presented);
    const refresh = lab.families.findRefresh(hash);
    const access = refresh ? undefined : lab.families.findAccess(hash);
    if (refresh) marks.push(mark("refresh", refresh));
    if (access) marks.push(mark("access", access));
  }
  return marks;
}

function mark(
  kind: "access" | "refresh",
  { generation, family }: { generation: number; family: number },
): TokenMark {
  return { kind, generation, family, role: "carried" };
}

function presentedToken(body: Body): string | undefined {
  if (body.kind === "form") return body.value.get("refresh_token") ?? body.value.get("token") ?? undefined;
  if (body.kind !== "json" || typeof body.value !== "object" || body.value === null) return undefined;
  const token = "refresh_token" in body.value ? body.value.refresh_token : undefined;
  return typeof token === "string" ? token : undefined;
}
