/** Everything that can go wrong between this app and its backend, as seen by a caller. */
export type BackendErrorCode =
  /** The backend answered, and the answer is no: wrong password, spent or revoked token. */
  | "refused"
  /** The token is good, its owner may not do this. */
  | "forbidden"
  | "not-found"
  /** Too many tries; `retryAfterSeconds` says when to come back. */
  | "locked-out"
  /** No answer, an answer too late, or a 5xx: nothing is known about the credentials. */
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
