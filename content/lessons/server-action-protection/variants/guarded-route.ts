import * as data from "./guarded-data";

const statuses = { "signed-out": 401, invalid: 400, refused: 404, unavailable: 503 } as const;

// #region delete
export async function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  if (!fromThisSite(request)) return Response.json({ error: "cross-site" }, { status: 403 });
  const { id } = await params;
  const answer = await data.answering(() => data.deleteNote(id));
  return answer.ok
    ? new Response(null, { status: 204 })
    : Response.json({ error: answer.error }, { status: statuses[answer.error] });
}

/** Next compares Origin and Host for Server Actions. A Route Handler does it itself. */
function fromThisSite({ headers }: Request): boolean {
  const origin = headers.get("Origin");
  if (origin === null) return (headers.get("Sec-Fetch-Site") ?? "none") !== "cross-site";
  return URL.canParse(origin) && new URL(origin).host === headers.get("Host");
}
// #endregion delete
