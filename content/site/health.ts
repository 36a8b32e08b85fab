import { backendConfig } from "@/lib/backend/config";
import { jsonError } from "@/lib/http/json-error";
import { shutdownSignal } from "@/lib/server/shutdown";

/** A backend that takes longer counts as not ready. Orchestrators ask every few seconds. */
const BACKEND_TIMEOUT_MS = 1_000;

/** `GET /healthz`: 200 as long as the process answers. An orchestrator restarts a process that does not. */
export function answerHealth(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

/** `GET /readyz`: 200 when the site can serve a lab. A load balancer sends no visitors to a site that answers 503. */
export async function answerReadiness(): Promise<Response> {
  if (shutdownSignal().aborted) return jsonError(503, "shutting_down", "The process is about to end.");
  if (!(await backendAnswers())) {
    return jsonError(503, "backend_unreachable", "The mock backend does not answer.");
  }
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

/** Asks for the backend's metadata (RFC 8414), which needs neither a lab nor a client. */
async function backendAnswers(): Promise<boolean> {
  try {
    const answer = await fetch(`${backendConfig().url}/.well-known/oauth-authorization-server`, {
      cache: "no-store",
      signal: AbortSignal.timeout(BACKEND_TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
