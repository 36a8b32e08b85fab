import { z } from "zod";
import { jsonError } from "@/lib/http/json-error";
import { isCallbackUrl } from "./callback-url";

const callbackUrl = z.string().refine(isCallbackUrl).optional();
const submitted = z.looseObject({ callbackUrl, csrfToken: z.string().optional() });
/** What NextAuth's client reports (next-auth, `proxyLogger`). It is written to the server's log. */
const report = z.object({
  level: z.enum(["error", "warn", "debug"]),
  code: z.string().regex(/^[A-Z_]{1,64}$/),
});

/** A code of NextAuth's, which it writes into a `Location`. */
const ERROR_CODE = /^\w{0,64}$/;
const SEGMENT = /^[\w.-]{1,64}$/;

export type AuthCall = {
  method: string;
  /** What follows `/api/auth/`, in parts. */
  path: readonly string[];
  query: URLSearchParams;
  /** The posted body; undefined for a type that NextAuth does not read, null for a body that does not match its type. */
  body: unknown;
};

/**
 * Refuses what NextAuth (4.24) would throw on, or answer 500 to, as if the server were at fault.
 *
 * @returns null for a call that NextAuth can read
 */
export function refuseAuthCall({ method, path, query, body }: AuthCall): Response | null {
  const [action] = path;
  if (!path.every((part) => SEGMENT.test(part))) return invalid("There is no such address of NextAuth’s.");
  if (method !== "POST" && action === "callback")
    return jsonError(405, "method_not_allowed", "Credentials are posted.");
  if (!query.getAll("callbackUrl").every(isCallbackUrl))
    return jsonError(400, "invalid_callback_url", "callbackUrl is no address of the web.");
  if (!query.getAll("error").every((code) => ERROR_CODE.test(code))) return invalid("error is no code.");
  if (method !== "POST") return null;
  if (action === "_log" && !report.safeParse(body).success)
    return invalid("A report has the fields level and code.");
  if (body === undefined || submitted.safeParse(body).success) return null;
  return invalid("The body is not what NextAuth’s client sends.");
}

function invalid(description: string): Response {
  return jsonError(400, "invalid_request", description);
}
