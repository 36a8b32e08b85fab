import { z } from "zod";
import { appMemory } from "@/lib/store/app-memory";
import { backendConfig } from "./config";
import { backendFetch } from "./fetch";

/** In a lab the service is Ada's account, whose password is published and opens that lab only. */
const SERVICE_ACCOUNT = { email: "ada@example.com", password: "analytical-engine" };

const loginReply = z.object({ access_token: z.string().min(1) });
const memory = appMemory<{ token?: string }>("service-token", () => ({}));

/**
 * The app's own access to the backend, which may do everything: what a database connection or a service key is in
 * many apps. It acts for no user, so the backend cannot check a user's permissions. The variants that
 * do not hold work through it.
 *
 * @param path begins with a slash
 * @returns the answer's JSON, or null for an answer without a body
 * @throws Error with the address and the answer in its message, as such clients do
 */
export async function asService(method: "DELETE" | "PATCH", path: string, body?: unknown): Promise<unknown> {
  let response = await send(method, path, body, await serviceToken(false));
  // The token has expired on the lab's clock, or the lab was reset.
  if (response.status === 401) response = await send(method, path, body, await serviceToken(true));
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${backendConfig().url}${path} answered ${response.status}: ${text}`);
  }
  return text === "" ? null : JSON.parse(text);
}

function send(method: string, path: string, body: unknown, token: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  return backendFetch(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

async function serviceToken(renew: boolean): Promise<string> {
  const known = memory();
  if (known.token !== undefined && !renew) return known.token;
  const response = await backendFetch("/v1/auth/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(SERVICE_ACCOUNT),
  });
  if (!response.ok) throw new Error(`The service could not sign in: ${response.status}`);
  const { access_token } = loginReply.parse(await response.json());
  known.token = access_token;
  return access_token;
}
