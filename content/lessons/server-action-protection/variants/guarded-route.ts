import { isSameOrigin } from "@/lib/http/same-origin";
import * as data from "./guarded-data";

const statuses = { "signed-out": 401, invalid: 400, refused: 404, unavailable: 503 } as const;

// #region delete
export async function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }) {
  // For a Server Action, Next compares Origin and host. A Route Handler does it itself.
  if (!isSameOrigin(request)) return Response.json({ error: "cross-site" }, { status: 403 });
  const { id } = await params;
  const answer = await data.answering(() => data.deleteNote(id));
  return answer.ok
    ? new Response(null, { status: 204 })
    : Response.json({ error: answer.error }, { status: statuses[answer.error] });
}
// #endregion delete
