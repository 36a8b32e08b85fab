import "server-only";
import { z } from "zod";
import { BackendError } from "./backend-error";
import { retryAfterSeconds } from "./retry-after";
import type { Answer } from "./send";

/** RFC 6749 §5.2 says 400; 401 is as common, and Auth0 answers 403. With any other status the code is an accident. */
const REFUSING = [400, 401, 403];
const TOO_MANY_REQUESTS = 429;

const errorReply = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

/**
 * What an answer that is no success means for a password or a refresh token. The error code decides: a status alone
 * says nothing about what was sent, and comes from proxies and gateways as well.
 *
 * @param no the one code that is the backend's no: `invalid_grant` is RFC 6749 §5.2's
 */
export function credentialRefusal(answer: Answer, no: "invalid_credentials" | "invalid_grant"): BackendError {
  const code = errorCode(answer);
  if (REFUSING.includes(answer.status) && code === no) return new BackendError("refused", line(answer));
  return otherRefusal(answer);
}

/** The same for an access token (RFC 6750 §3.1): a 401 without `invalid_token` is no verdict about it. */
export function tokenRefusal(answer: Answer): BackendError {
  const codes = [errorCode(answer), ...challengeErrors(answer.headers)];
  const says = (status: number, code: string) => answer.status === status && codes.includes(code);
  if (says(401, "invalid_token")) return new BackendError("refused", line(answer));
  if (says(403, "insufficient_scope")) return new BackendError("forbidden", line(answer));
  if (says(404, "not_found")) return new BackendError("not-found", line(answer));
  return otherRefusal(answer);
}

function otherRefusal(answer: Answer): BackendError {
  if (answer.status !== TOO_MANY_REQUESTS) return new BackendError("unavailable", line(answer));
  const wait = { retryAfterSeconds: retryAfterSeconds(answer.headers) };
  return new BackendError("locked-out", line(answer), wait);
}

function errorCode({ json }: Answer): string | undefined {
  return errorReply.safeParse(json).data?.error;
}

/** The `error` parameters of `WWW-Authenticate` (RFC 9110 §11.6.1), and not the word where it stands in a text. */
function challengeErrors(headers: Headers): string[] {
  const parameters = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g;
  return [...(headers.get("WWW-Authenticate") ?? "").matchAll(parameters)].flatMap(
    ([, name, quoted, bare]) => (name?.toLowerCase() === "error" ? [quoted ?? bare ?? ""] : []),
  );
}

function line(answer: Answer): string {
  return [answer.line, errorCode(answer)].filter(Boolean).join(" ");
}
