import type { ZodMiniType } from "zod/mini";
import { errorAnswerSchema } from "../schemas.ts";
import { LabProblem } from "./problem.ts";

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** A request to this origin, sent with the lab's cookie. */
export type Call = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
};

const goneReasons = new Set(["unknown_lab", "invalid_lab", "lab_required", "no_lab"]);

/**
 * Sends a call and parses its answer.
 *
 * @throws LabProblem for every failure, network errors included
 */
export async function send<T>(fetch: Fetch, call: Call, schema: ZodMiniType<T>): Promise<T> {
  const response = await reach(fetch, call);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response, body);
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new LabProblem(
      "unexpected",
      `${call.method} ${call.path} gave an answer that the lab does not know.`,
    );
  }
  return parsed.data;
}

async function reach(fetch: Fetch, call: Call): Promise<Response> {
  const init: RequestInit = {
    method: call.method,
    cache: "no-store",
    headers: { accept: "application/json" },
  };
  if (call.body !== undefined) {
    init.body = JSON.stringify(call.body);
    init.headers = { accept: "application/json", "content-type": "application/json" };
  }
  try {
    return await fetch(call.path, init);
  } catch {
    throw new LabProblem(
      "unreachable",
      "This site does not answer. Is it still running, and are you online?",
    );
  }
}

function refusal(response: Response, body: unknown): LabProblem {
  const answer = errorAnswerSchema.safeParse(body);
  const reason = answer.success ? answer.data.error : undefined;
  const sentence = answer.success ? answer.data.error_description : undefined;
  if (reason !== undefined && goneReasons.has(reason)) {
    return new LabProblem("lab_gone", "This lab is gone: labs end after two idle hours.", { reason });
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get("retry-after") ?? "1");
    const retryAfterSeconds = Number.isFinite(seconds) ? seconds : 1;
    // The site's own rate limits send a sentence that names the limit.
    const own = reason === "too_many_requests" ? sentence : undefined;
    const message = own ?? `Too many calls. Try again in ${retryAfterSeconds} s.`;
    return new LabProblem("rate_limited", message, { reason, retryAfterSeconds });
  }
  if (response.status >= 500) {
    return new LabProblem("backend_down", sentence ?? "The mock backend does not answer.", { reason });
  }
  return new LabProblem("refused", sentence ?? `The lab refused this (${response.status}).`, { reason });
}
