import { z } from "zod";
import type { BackendErrorCode } from "./errors";

/**
 * The one error code by which an endpoint says no to the user.
 * - `invalid_grant`: the refresh token is unknown, expired, revoked or spent (RFC 6749 §5.2)
 * - `invalid_credentials`: our backend's code for a wrong email or password
 * - `invalid_token`: the access token is expired or revoked (RFC 6750 §3.1)
 */
export type RefusalCode = "invalid_grant" | "invalid_credentials" | "invalid_token";

/** RFC 6749 §5.2 answers 400, or 401 for a client; RFC 6750 §3.1 answers 401; Auth0 answers 403 to a spent token. */
const refusingStatuses = new Set([400, 401, 403]);

/** What other codes mean, with the status that each comes with. */
const others = new Map<string, { status: readonly number[]; means: BackendErrorCode }>([
  ["insufficient_scope", { status: [403], means: "forbidden" }],
  ["not_found", { status: [404], means: "not-found" }],
  ["invalid_client", { status: [400, 401], means: "misconfigured" }],
  ["invalid_request", { status: [400], means: "misconfigured" }],
  ["invalid_scope", { status: [400], means: "misconfigured" }],
  ["unauthorized_client", { status: [400, 401, 403], means: "misconfigured" }],
  ["unsupported_grant_type", { status: [400], means: "misconfigured" }],
]);

const errorBody = z.object({ error: z.string() });

/**
 * Reads what an answer that is no success means. The error code decides: a gateway, a proxy or a wrong address answers
 * 401, 403 and 404 as well, and knows nothing of the user. A code without a matching status decides nothing either.
 *
 * @param body the answer's JSON, or anything else where the answer is not JSON
 * @param refusal the code by which this endpoint refuses the user
 */
export function meaningOf(
  response: Response,
  body: unknown,
  refusal: RefusalCode | undefined,
): BackendErrorCode {
  const { status, headers } = response;
  // RFC 6585 §4: 429 is about the number of requests, whatever the body says.
  if (status === 429) return "locked-out";
  const code = errorBody.safeParse(body).data?.error ?? challengeCode(headers.get("WWW-Authenticate"));
  if (code === undefined) return "unavailable";
  if (code === refusal) return refusingStatuses.has(status) ? "refused" : "unavailable";
  const other = others.get(code);
  return other?.status.includes(status) ? other.means : "unavailable";
}

/** A visitor does not wait at the page for longer than this. */
const LONGEST_BUSY_SECONDS = 60;

/**
 * Whether a backend that is there is too busy (RFC 9110 §15.6.4). Here too the code decides: a gateway's 503 may bring a
 * `Retry-After` as well, and knows nothing of the backend.
 *
 * @param body the answer's JSON, or anything else where the answer is not JSON
 * @returns seconds from 1 to 60 until it may be asked again, undefined when it does not say so
 */
export function busySeconds({ status, headers }: Response, body: unknown): number | undefined {
  const { data } = errorBody.safeParse(body);
  const seconds = retryAfterSeconds(headers);
  if (status !== 503 || data?.error !== "temporarily_unavailable" || seconds === undefined) return undefined;
  return seconds > LONGEST_BUSY_SECONDS ? undefined : Math.max(seconds, 1);
}

/** RFC 6750 §3: a resource server names the error in its challenge, and need not send a body. */
function challengeCode(challenge: string | null): string | undefined {
  return /(?:^|,\s*)Bearer\b.*?\berror="?([\w-]+)"?/i.exec(challenge ?? "")?.[1];
}

/** RFC 9110 §10.2.3: seconds, or a date. @returns seconds from now, undefined when there is neither */
export function retryAfterSeconds(headers: Headers, nowMs: number = Date.now()): number | undefined {
  const value = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - nowMs) / 1000));
}
