import { BodyTooLarge, readBounded } from "@/lib/backend/read-bounded";
import { isActionId, namesActions } from "./action-form";
import { isReply } from "./reply-values";

/** Just below Next's own limit for Server Actions, which counts a megabyte as 1,048,576 bytes. */
const MOST_BYTES = 1_000_000;

/** React's client shows the body as the error's text. */
const refusal = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });

/**
 * Answers a POST to a page that React's client cannot have sent: Next would throw while it decodes the body, and
 * answer 500 for the caller's mistake. A body that can be decoded passes, whoever sends it; the action itself judges
 * the content.
 *
 * @param request as the proxy gets it; its body is a copy, which Next reads again
 * @returns null for a request that Next can decode
 */
export async function refusePost(request: Request): Promise<Response | null> {
  const { method, headers } = request;
  const id = headers.get("Next-Action");
  const isForm = headers.get("Content-Type")?.startsWith("multipart/form-data") ?? false;
  if (method !== "POST" || (id === null && !isForm)) return null;
  // Next parses the header as a URL and compares the host (RFC 6454 §7: an origin, or `null`).
  const origin = headers.get("Origin");
  if (origin !== null && origin !== "null" && !URL.canParse(origin))
    return refusal(400, "The Origin header is none.");
  // Next's client reads this header as: this build has no such action.
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
