import type { Context } from "hono";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { errorReply, json } from "../http/reply.ts";
import { refusedClient } from "../routes/client-auth.ts";
import { note } from "./note.ts";

/** How long the fault `timeout` keeps a caller that does not give up. */
export const TIMEOUT_BOUND_MS = 30_000;
/** How long `slow-first` keeps the first call. */
export const SLOW_FIRST_MS = 2_000;

/**
 * Carries out the latency and the faults that come before any rule, in real time. A call that a fault answers has changed
 * nothing, and neither has a call whose caller gave up. `lost-answer` comes after the rules: see `loseAnswer`.
 *
 * @returns the answer that replaces the real one, or `undefined` to go on
 * @throws ApiError 401 `invalid_client`, 503 `temporarily_unavailable`, 504 `timeout`
 */
export async function injectFault(context: Context<BackendEnv>): Promise<Response | undefined> {
  const lab = context.get("lab");
  const { fault, latencyMs } = await lab.settings();
  if (latencyMs > 0) await pause(context, latencyMs);
  switch (fault) {
    case "none":
    case "lost-answer":
      return undefined;
    case "outage":
      noteFault(context, fault, "The backend is out: it answers 503 to everything.");
      throw unavailable("The backend is out of service for the moment.");
    case "refresh-only":
      if (!isTokenEndpoint(context)) return undefined;
      noteFault(context, fault, "The token endpoint is out: it answers 503. Sign-in and the API are up.");
      throw unavailable("The token endpoint is out of service for the moment.");
    case "api-only":
      if (!isProtected(context)) return undefined;
      noteFault(context, fault, "The API is out: it answers 503. Sign-in and the token endpoint are up.");
      throw unavailable("The API is out of service for the moment.");
    case "client-refused":
      if (!authenticatesClient(context)) return undefined;
      noteFault(
        context,
        fault,
        "The backend takes no client: it refuses the app itself, whoever its user is.",
      );
      throw refusedClient();
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

/**
 * The fault `lost-answer`: the token endpoint's change stays, and its answer, also a refusal, gets lost. A fetch handler
 * cannot cut a connection, so the caller gets at once the 504 that a gateway would send after its time-out.
 *
 * @returns the answer that replaces the lost one, or `undefined` where nothing is lost
 */
export async function loseAnswer(context: Context<BackendEnv>): Promise<Response | undefined> {
  const { fault } = await context.get("lab").settings();
  if (fault !== "lost-answer" || !isTokenEndpoint(context)) return undefined;
  noteFault(context, fault, "The backend did as it was asked, and its answer is lost on the way.");
  const exchange = context.get("exchange");
  if (exchange) Object.assign(exchange, { issued: [], received: undefined });
  return errorReply(
    context,
    new ApiError(504, "timeout", "No answer came in time; whether the call was carried out is unknown.", {
      reason: fault,
    }),
  );
}

/** True for `POST /v1/auth/refresh` and `POST /oauth/token`. The login is no token endpoint: no session depends on it yet. */
function isTokenEndpoint({ req }: Context<BackendEnv>): boolean {
  return req.path === "/v1/auth/refresh" || req.path === "/oauth/token";
}

/** True for the endpoints where a client authenticates itself (RFC 6749 §2.3). */
function authenticatesClient(context: Context<BackendEnv>): boolean {
  return isTokenEndpoint(context) || context.req.path === "/v1/auth/login";
}

/** True for the paths that want an access token: all of `/v1` but those that hand out and revoke tokens. */
function isProtected({ req }: Context<BackendEnv>): boolean {
  return req.path.startsWith("/v1/") && !req.path.startsWith("/v1/auth/");
}

function unavailable(description: string): ApiError {
  return new ApiError(503, "temporarily_unavailable", description);
}

async function pause(context: Context<BackendEnv>, ms: number): Promise<void> {
  if (await wait(ms, context.req.raw.signal)) return;
  throw new ApiError(504, "timeout", "The caller gave up.", { reason: "aborted" });
}

function noteFault(context: Context<BackendEnv>, code: string, text: string): void {
  note(context.get("lab"), "fault.injected", text, { code, outcome: "failed" });
}

/** Waits in real time. @returns false, at once, when the caller gives up; no timer and no listener is left then */
function wait(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const finish = (waited: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      resolve(waited);
    };
    const onAbort = () => finish(false);
    const timer = setTimeout(() => finish(true), ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
