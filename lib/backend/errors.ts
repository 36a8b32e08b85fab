/** Everything that can go wrong between this app and its backend, as seen by a caller. */
export type BackendErrorCode =
  /** The backend's no about the user: a wrong password, a spent or revoked token. Only this ends a session. */
  | "refused"
  /** The token is good, its owner may not do this. */
  | "forbidden"
  | "not-found"
  /** Too many tries; `retryAfterSeconds` says when to come back. */
  | "locked-out"
  /** The backend refuses this app or its request (`invalid_client`, `invalid_request`): nothing is known of the user. */
  | "misconfigured"
  /**
   * No answer, an answer too late, or a status without a code that says more: nothing is known of the user. With
   * `retryAfterSeconds` the backend is there, and too busy.
   */
  | "unavailable"
  /** An answer of the wrong shape. */
  | "malformed";

export class BackendError extends Error {
  override readonly name = "BackendError";

  constructor(
    readonly code: BackendErrorCode,
    readonly retryAfterSeconds?: number,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
