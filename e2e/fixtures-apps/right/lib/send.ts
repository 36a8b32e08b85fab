import "server-only";
import { BackendError } from "./backend-error";
import { environment } from "./env";
import { readBounded } from "./read-bounded";

/** For the whole answer, its body included. */
const TIMEOUT_MS = 5_000;
const MAX_BODY_BYTES = 1_048_576;

export type Answer = {
  /** The call and its status, for the log: `POST /v1/auth/refresh answered 503`. */
  line: string;
  status: number;
  headers: Headers;
  /** null for an empty body, undefined for a body that is not JSON. */
  json: unknown;
};

/**
 * One call to the backend. What the answer means is for the caller to say.
 *
 * @param path begins with a slash
 * @throws BackendError `unavailable`: no answer, an answer too late, or one too long
 */
export async function send(path: string, init: RequestInit): Promise<Answer> {
  const url = environment().BACKEND_URL + path;
  const call = `${init.method ?? "GET"} ${path}`;
  try {
    const response = await fetch(url, {
      ...init,
      cache: "no-store",
      // A 307 would carry the password or the tokens to wherever it points: a redirect is an answer like another.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await readBounded(response, MAX_BODY_BYTES);
    const { status, headers } = response;
    return { line: `${call} answered ${status}`, status, headers, json: parseJson(text) };
  } catch (cause) {
    throw new BackendError("unavailable", `${call} was not answered in full`, { cause });
  }
}

function parseJson(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
