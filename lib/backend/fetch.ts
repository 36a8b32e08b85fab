import { currentLab, labHeaders } from "@/lib/lab/server/context";
import { backendConfig } from "./config";

/**
 * `fetch` against the backend: adds its address, this app's client authentication and the lab's headers. A redirect is
 * not followed: 307 and 308 would carry the password or the token to wherever the answer points (RFC 9110 §15.4.8).
 * Outside this site it is `fetch(process.env.BACKEND_URL + path, { ...init, redirect: "manual" })`.
 *
 * @param path begins with a slash, for example `/v1/auth/login`
 * @throws TypeError when the backend cannot be reached, DOMException when `init.signal` aborts
 */
export async function backendFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const { url, clientAuthorization } = backendConfig();
  const headers = new Headers(init.headers);
  if (!headers.has("Authorization")) headers.set("Authorization", clientAuthorization);
  for (const [name, value] of Object.entries(labHeaders())) headers.set(name, value);
  const call = { method: init.method ?? "GET", path, status: 0 };
  currentLab()?.calls?.push(call);
  const response = await fetch(url + path, { ...init, headers, cache: "no-store", redirect: "manual" });
  call.status = response.status;
  return response;
}
