import type { Call } from "@/lib/lab/client/request";
import type { LabEvent } from "@/lib/lab/schemas";

/**
 * A call to the backend as it can be sent again by hand, through this site's own address; null where that makes no
 * sense: a login's body is not recorded, since it holds a password.
 */
export function replayOf(event: LabEvent): Call | null {
  const request = event.detail?.request;
  if (event.type !== "request" || event.to !== "backend") return null;
  if (request?.path === undefined || request.method === undefined) return null;
  const { method, path, headers = {}, body } = request;
  const sent = method !== "GET" && method !== "HEAD" && method !== "DELETE";
  const value = body === undefined || body === null || body === "" ? null : jsonOf(body);
  if (sent && value === null) return null;
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === "authorization")?.[1];
  return {
    method,
    path: `/mock-backend${path}`,
    ...(authorization !== undefined && { headers: { authorization } }),
    ...(sent && { body: value }),
  };
}

/** Bodies are recorded as text; one that was cut, or is no JSON, cannot be sent again. */
function jsonOf(body: unknown): unknown {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
