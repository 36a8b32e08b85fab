import type { Context, MiddlewareHandler } from "hono";
import { clip } from "../domain/clip.ts";
import { type Caller, callerSchema, type Outcome } from "../domain/event.ts";
import { type Body, NO_BODY, readBody } from "../http/body.ts";
import type { BackendEnv, Services } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { errorReply } from "../http/reply.ts";
import { refuseUnknownRoute } from "../routes/unknown-route.ts";
import type { LabStore } from "../store/store.ts";
import { carriedTokens } from "./carried.ts";
import type { Exchange } from "./exchange.ts";
import { injectFault, loseAnswer } from "./faults.ts";
import { findLab } from "./lab-id.ts";
import { recordedRequest } from "./recorded.ts";

/**
 * Handles every call of the API under study: finds its lab, reads its body, and records its request and its response. The
 * lab's latency and fault come between the two.
 */
export function recordCall(services: Services): MiddlewareHandler<BackendEnv> {
  return async (context, next) => {
    context.set("services", services);
    const header = context.req.header("x-lab");
    if (header === undefined && !services.defaultLab) refuseUnknownRoute(context);
    const lab = await findLab(services, header, true);
    const caller = parseCaller(context.req.header("x-lab-actor"));
    context.set("lab", lab);

    const { body, refusal } = await tryReadBody(context.req.raw);
    context.set("body", body);
    const exchange = recordRequest(context, lab, caller, body);
    context.set("exchange", exchange);
    try {
      if (refusal) throw refusal;
      const replacement = await injectFault(context);
      if (replacement) context.res = replacement;
      else {
        await next();
        const lost = await loseAnswer(context);
        if (lost) {
          // Hono would carry the lost answer's headers over.
          context.res = undefined;
          context.res = lost;
        }
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      context.res = errorReply(context, error);
    }
    await recordReceived(lab, exchange);
    recordResponse(lab, exchange);
  };
}

/** The caller's name in the timeline. A request without the header is taken for a browser's (or a reader's curl). */
function parseCaller(header: string | undefined): Caller {
  const caller = callerSchema.safeParse(header ?? "browser");
  if (caller.success) return caller.data;
  throw new ApiError(400, "invalid_actor", "X-Lab-Actor is one of browser, next, attacker, terminal.");
}

async function tryReadBody(request: Request): Promise<{ body: Body; refusal?: ApiError }> {
  try {
    return { body: await readBody(request) };
  } catch (error) {
    if (error instanceof ApiError) return { body: NO_BODY, refusal: error };
    throw error;
  }
}

let exchanges = 0;

function recordRequest(context: Context<BackendEnv>, lab: LabStore, caller: Caller, body: Body): Exchange {
  exchanges += 1;
  const id = `backend-${exchanges}`;
  const { sha256 } = context.get("services").crypto;
  lab.events.append({
    type: "request",
    from: caller,
    to: "backend",
    name: clip(`${context.req.method} ${context.req.path}`, 200),
    outcome: "info",
    exchange: id,
    tokens: carriedTokens(lab, context.req.header("authorization"), body, sha256),
    detail: { request: recordedRequest(context, body) },
  });
  return { id, caller, issued: [], received: undefined, code: undefined, answer: undefined };
}

/** The app reports the tokens that the browser and Next hold. A thief reports nothing, so the backend notes a thief's. */
async function recordReceived(lab: LabStore, { caller, received }: Exchange): Promise<void> {
  if (caller === "attacker" && received) await lab.holders.update("attacker", received);
}

function recordResponse(lab: LabStore, { id, caller, issued, code, answer }: Exchange): void {
  const { status, text, headers } = answer ?? { status: 500, text: "", headers: {} };
  lab.events.append({
    type: "response",
    from: "backend",
    to: caller,
    name: String(status),
    outcome: outcomeOf(status),
    code,
    exchange: id,
    tokens: issued,
    detail: { response: { status, headers, body: clip(text) } },
  });
}

function outcomeOf(status: number): Outcome {
  if (status < 400) return "ok";
  return status < 500 ? "refused" : "failed";
}
