import type { Context } from "hono";
import type { BackendEnv } from "./env.ts";
import type { ApiError } from "./errors.ts";

const JSON_TYPE = { "Content-Type": "application/json; charset=UTF-8" };

/** A JSON answer. */
export function json(
  context: Context<BackendEnv>,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return jsonText(context, status, JSON.stringify(value), headers);
}

/** An answer that is JSON already. The text is kept for the lab's timeline, so that nothing reads the response again. */
export function jsonText(
  context: Context<BackendEnv>,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  remember(context, status, text, headers);
  return new Response(text, { status, headers: { ...JSON_TYPE, ...headers } });
}

/** An answer without a body. */
export function empty(context: Context<BackendEnv>, status: 200 | 204, headers = {}): Response {
  remember(context, status, "", headers);
  return new Response(null, { status, headers });
}

/** RFC 6749 §5.1: an answer that carries a token is never stored. */
export const NO_STORE = { "Cache-Control": "no-store" };

export function errorReply(context: Context<BackendEnv>, error: ApiError): Response {
  const exchange = context.get("exchange");
  if (exchange) exchange.code = error.reason;
  const body = { error: error.code, error_description: error.message, ...error.extra };
  return json(context, error.status, body, { ...NO_STORE, ...error.headers });
}

function remember(
  context: Context<BackendEnv>,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  const exchange = context.get("exchange");
  if (exchange) exchange.answer = { status, text, headers };
}
