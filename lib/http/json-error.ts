/** The one shape of this site's own errors: a stable code and one sentence that says what to do. */
export function jsonError(status: number, error: string, description: string): Response {
  return Response.json(
    { error, error_description: description },
    { status, headers: { "Cache-Control": "no-store" } },
  );
}
