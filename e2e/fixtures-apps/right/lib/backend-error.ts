import "server-only";

export type BackendErrorCode =
  /** The backend's own no to what was sent: a wrong password, a spent refresh token, a dead access token. */
  | "refused"
  /** Too many tries; `retryAfterSeconds` says when to come back, if the backend did. */
  | "locked-out"
  /** The access token is good, and its owner may not do this. */
  | "forbidden"
  | "not-found"
  /** Everything else: nothing is known about what was sent, and nothing may be concluded from it. */
  | "unavailable";

export class BackendError extends Error {
  override readonly name = "BackendError";
  readonly retryAfterSeconds: number | undefined;

  /** @param what one line for the log, without any token in it */
  constructor(
    readonly code: BackendErrorCode,
    what: string,
    { retryAfterSeconds, ...options }: ErrorOptions & { retryAfterSeconds?: number | undefined } = {},
  ) {
    super(what, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
