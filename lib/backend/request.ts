import { z } from "zod";
import { BackendError } from "./errors";
import { backendFetch } from "./fetch";
import { BodyTooLarge, readBoundedJson } from "./read-bounded";
import { busySeconds, meaningOf, type RefusalCode, retryAfterSeconds } from "./refusal";

/** Longer than a healthy backend ever takes, shorter than a visitor's patience. It covers the body as well. */
export const BACKEND_TIMEOUT_MS = 5_000;

/** Decoded bytes of an answer. The longest list of notes is well below. */
export const BACKEND_ANSWER_LIMIT_BYTES = 1024 * 1024;

/** An answer that carries nothing: no body, or an object that names no error. */
export const nothingReply = z.null().or(z.object({ error: z.undefined() }));

export type BackendRequest = RequestInit & {
  /** The error code by which this endpoint refuses the user; left out where it refuses nobody. */
  refusal?: RefusalCode;
};

/**
 * One call to the backend, with a time-out, a bounded body and a parsed answer.
 *
 * @param path begins with a slash
 * @param schema what the answer's JSON must look like; `null` for an answer without a body
 * @throws BackendError for everything but a 2xx of the right shape
 */
export async function requestBackend<T>(
  path: string,
  { refusal, ...init }: BackendRequest,
  schema: z.ZodType<T>,
): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await backendFetch(path, { ...init, signal: AbortSignal.timeout(BACKEND_TIMEOUT_MS) });
    body = await readBoundedJson(response.body, BACKEND_ANSWER_LIMIT_BYTES);
  } catch (cause) {
    throw new BackendError(cause instanceof BodyTooLarge ? "malformed" : "unavailable", undefined, { cause });
  }
  if (!response.ok) {
    const meaning = meaningOf(response, body, refusal);
    const isLimit = meaning === "locked-out";
    throw new BackendError(
      meaning,
      isLimit ? retryAfterSeconds(response.headers) : busySeconds(response, body),
    );
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new BackendError("malformed");
  return parsed.data;
}

/** A request that carries the user's own access token (RFC 6750 §2.1). `json` is the body, if there is one. */
export function asUser(
  accessToken: string,
  { method = "GET", json }: { method?: "GET" | "POST" | "PATCH" | "DELETE"; json?: unknown } = {},
): BackendRequest {
  return {
    method,
    headers: { Authorization: `Bearer ${accessToken}`, "Content-Type": "application/json" },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    refusal: "invalid_token",
  };
}

/** A POST of the app itself, authenticated as the app. */
export function asApp(json: unknown, refusal: RefusalCode): BackendRequest {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(json),
    refusal,
  };
}
