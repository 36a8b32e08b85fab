import { backendConfig } from "./config";
import { transport } from "./transport";

/**
 * `fetch` against the backend: adds its address and this app's client authentication. A redirect is not followed: 307 and
 * 308 would carry the password or the token to wherever the answer points (RFC 9110 §15.4.8).
 *
 * @param path begins with a slash, for example `/v1/auth/login`
 * @throws TypeError when the backend cannot be reached, DOMException when `init.signal` aborts
 */
export async function backendFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const { url, clientAuthorization } = backendConfig();
  const headers = new Headers(init.headers);
  if (!headers.has("Authorization")) headers.set("Authorization", clientAuthorization);
  return transport()(new URL(url + path), { ...init, headers, cache: "no-store", redirect: "manual" });
}
