import { backendConfig } from "@/lib/backend/config";
import { jsonError } from "@/lib/http/json-error";
import { shutdownSignal } from "@/lib/server/shutdown";

/** An orchestrator asks every few seconds, and a backend that takes longer is not ready. */
const BACKEND_TIMEOUT_MS = 1_000;

/** `GET /healthz`: the process answers. Whoever gets no answer starts another process. */
export function answerHealth(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

/** `GET /readyz`: the site can serve a lab. Whoever gets 503 sends its visitors elsewhere meanwhile. */
export async function answerReadiness(): Promise<Response> {
  if (shutdownSignal().aborted) return jsonError(503, "shutting_down", "The process is about to end.");
  if (!(await backendAnswers())) {
    return jsonError(503, "backend_unreachable", "The mock backend does not answer.");
  }
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

/** Its metadata (RFC 8414) needs neither a lab nor a client. */
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
