import { backendConfig } from "./config";
import { backendFetch } from "./fetch";
import { transport } from "./transport";

/** Of one connection only (RFC 9110 §7.6.1), or about the body as it was framed there. */
const hopByHop = ["connection", "content-length", "host", "keep-alive", "transfer-encoding", "expect"];

/**
 * Passes a request on to wherever an address leads, for code that lets its caller choose the address. A proxy drops the
 * headers of its caller's connection. The backend gets the app's client authentication unless the caller sent another.
 *
 * @throws whatever the transport throws
 */
export async function fetchAnywhere(url: URL, init: RequestInit & { headers: Headers }): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const name of hopByHop) headers.delete(name);
  const isBackend = url.origin === new URL(backendConfig().url).origin;
  return isBackend
    ? backendFetch(url.pathname + url.search, { ...init, headers })
    : transport()(url, { ...init, headers });
}
