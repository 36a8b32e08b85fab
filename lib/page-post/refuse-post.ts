import { BodyTooLarge, readBounded } from "@/lib/backend/read-bounded";
import { isActionId, namesActions } from "./action-form";
import { isReply } from "./reply-values";

/** Just under Next's own bound for Server Actions, which counts a megabyte as 1,048,576. */
const MOST_BYTES = 1_000_000;

/** React's client shows it as the error's text. */
const refusal = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });

/**
 * Answers a post to a page that cannot be one of React's: Next would throw while it decodes it, and answer 500 for the
 * caller's mistake. A post that can be decoded passes, whoever sends it and whatever it asks for: that is for the action.
 *
 * @param request as the proxy gets it, with a body of its own: what is read here, Next reads again
 * @returns null for whatever Next can read
 */
export async function refusePost(request: Request): Promise<Response | null> {
  const { method, headers } = request;
  const id = headers.get("Next-Action");
  const isForm = headers.get("Content-Type")?.startsWith("multipart/form-data") ?? false;
  if (method !== "POST" || (id === null && !isForm)) return null;
  // Next compares it with the host, and takes it for a URL (RFC 6454 §7: an origin, or `null`).
  const origin = headers.get("Origin");
  if (origin !== null && origin !== "null" && !URL.canParse(origin))
    return refusal(400, "The Origin header is none.");
  // The header is Next's own sign for its client: this build has no such action.
  if (id !== null && !isActionId(id))
    return refusal(400, "This is no action’s id.", { "x-nextjs-action-not-found": "1" });
  try {
    const body = await readBounded(request.body, MOST_BYTES);
    const isRead = isForm ? await isReadableForm(headers, body, id) : isReply(new TextDecoder().decode(body));
    return isRead ? null : refusal(400, "The body is not what React’s client sends.");
  } catch (error) {
    if (error instanceof BodyTooLarge) return refusal(413, "The body may hold a megabyte at most.");
    throw error;
  }
}

async function isReadableForm(headers: Headers, body: BodyInit, id: string | null): Promise<boolean> {
  const type = headers.get("Content-Type") ?? "";
  const form = await new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => null);
  if (form === null) return false;
  if (id === null) return namesActions(form);
  const [root, ...more] = form.getAll("0");
  return more.length === 0 && typeof root === "string" && isReply(root);
}
