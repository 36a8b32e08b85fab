import { z } from "zod";
import { BackendError, type BackendErrorCode } from "./errors";
import { backendFetch } from "./fetch";

/** Longer than a healthy backend ever takes, shorter than a visitor's patience. */
export const BACKEND_TIMEOUT_MS = 5_000;

const refusals: Record<number, BackendErrorCode> = {
  400: "refused",
  401: "refused",
  403: "forbidden",
  404: "not-found",
  429: "locked-out",
};

const retryAfterSchema = z.coerce.number().int().nonnegative();

/**
 * One call to the backend, with a time-out and a parsed answer.
 *
 * @param path begins with a slash
 * @param schema what the answer's JSON must look like; `null` for an answer without a body
 * @throws BackendError for everything but a 2xx of the right shape
 */
export async function requestBackend<T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
  let response: Response;
  let body: unknown = null;
  try {
    response = await backendFetch(path, { ...init, signal: AbortSignal.timeout(BACKEND_TIMEOUT_MS) });
    const text = await response.text();
    body = text === "" ? null : parseJson(text);
  } catch (cause) {
    throw cause instanceof BackendError ? cause : new BackendError("unavailable", undefined, { cause });
  }
  if (!response.ok) {
    const retryAfter = retryAfterSchema.safeParse(response.headers.get("Retry-After") ?? undefined);
    throw new BackendError(refusals[response.status] ?? "unavailable", retryAfter.data);
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new BackendError("malformed");
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackendError("malformed");
  }
}

/** The headers of a JSON request that carries the user's own access token (RFC 6750 §2.1). */
export function bearerJson(accessToken: string): Record<string, string> {
  return { Authorization: `Bearer ${accessToken}`, "Content-Type": "application/json" };
}
