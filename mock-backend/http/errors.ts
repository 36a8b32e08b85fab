/** Every code that this backend answers in `error`. The OAuth ones are those of RFC 6749 §5.2 and RFC 6750 §3.1. */
export type ErrorCode =
  | "invalid_request"
  | "invalid_credentials"
  | "too_many_attempts"
  | "invalid_grant"
  | "already_rotated"
  | "unsupported_grant_type"
  | "invalid_client"
  | "missing_token"
  | "invalid_token"
  | "insufficient_scope"
  | "not_found"
  | "method_not_allowed"
  | "payload_too_large"
  | "unsupported_media_type"
  | "note_limit"
  | "key_limit"
  | "invalid_settings"
  | "lab_required"
  | "invalid_lab"
  | "unknown_lab"
  | "no_room"
  | "invalid_actor"
  | "temporarily_unavailable"
  | "timeout"
  | "server_error";

/** A refusal that the caller is told about: one code, one sentence, never a stack and never a token. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly headers: Readonly<Record<string, string>>;
  /** The true reason, for the lab's timeline only. */
  readonly reason: string;
  /** Further members of the JSON answer. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503 | 504,
    readonly code: ErrorCode,
    description: string,
    more: { headers?: Record<string, string>; reason?: string; extra?: Record<string, unknown> } = {},
  ) {
    super(description);
    this.headers = more.headers ?? {};
    this.reason = more.reason ?? code;
    this.extra = more.extra ?? {};
  }
}

/** 400 `invalid_request`. */
export function invalidRequest(description: string): ApiError {
  return new ApiError(400, "invalid_request", description);
}
