/**
 * The one shape of this site's own errors: a stable code and one sentence that says what to do.
 *
 * @param retryAfterSeconds when to ask again (RFC 9110 §10.2.3), where that helps
 */
export function jsonError(
  status: number,
  error: string,
  description: string,
  retryAfterSeconds?: number,
): Response {
  return Response.json(
    { error, error_description: description },
    {
      status,
      headers: {
        "Cache-Control": "no-store",
        ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
      },
    },
  );
}
