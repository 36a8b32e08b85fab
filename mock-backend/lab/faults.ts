import type { Context } from "hono";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { json } from "../http/reply.ts";
import { note } from "./note.ts";
import { wait } from "./wait.ts";

/** How long the fault `timeout` keeps a caller who does not give up. */
export const TIMEOUT_BOUND_MS = 30_000;
/** How long `slow-first` keeps the first call. */
export const SLOW_FIRST_MS = 2_000;

/**
 * Latency and faults of the lab, in real time. They come before any rule is applied: a call that was answered by a
 * fault, or whose caller gave up waiting, has changed nothing.
 *
 * @returns the answer that replaces the real one, or `undefined` to go on
 * @throws ApiError 503 `temporarily_unavailable`, 504 `timeout`
 */
export async function injectFault(context: Context<BackendEnv>): Promise<Response | undefined> {
  const lab = context.get("lab");
  const { fault, latencyMs } = await lab.settings();
  if (latencyMs > 0) await pause(context, latencyMs);
  switch (fault) {
    case "none":
      return undefined;
    case "outage":
      noteFault(context, fault, "The backend is out: it answers 503 to everything.");
      throw new ApiError(503, "temporarily_unavailable", "The backend is out of service for the moment.");
    case "timeout":
      noteFault(context, fault, "The backend does not answer.");
      await pause(context, TIMEOUT_BOUND_MS);
      throw new ApiError(504, "timeout", "The backend did not answer in time.");
    case "malformed":
      noteFault(context, fault, "The backend answers 200 with something else than was asked for.");
      return json(context, 200, { error: "bad" });
    case "slow-first":
      if (await lab.takeSlowFirst()) {
        noteFault(context, fault, "The first call waits two seconds; the next ones do not.");
        await pause(context, SLOW_FIRST_MS);
      }
      return undefined;
  }
}

async function pause(context: Context<BackendEnv>, ms: number): Promise<void> {
  if (await wait(ms, context.req.raw.signal)) return;
  throw new ApiError(504, "timeout", "The caller gave up.", { reason: "aborted" });
}

function noteFault(context: Context<BackendEnv>, code: string, text: string): void {
  note(context.get("lab"), "fault.injected", text, { code, outcome: "failed" });
}
